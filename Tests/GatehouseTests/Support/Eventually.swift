/// Waits until something holds that other threads bring about.
///
/// Only for what stays so: what passes by is missed on a busy machine.
func eventually(_ holds: () throws -> Bool) async rethrows {
    while try !holds() { try? await Task.sleep(for: .milliseconds(1)) }
}
