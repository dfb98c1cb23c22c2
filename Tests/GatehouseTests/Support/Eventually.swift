import Foundation

/// Waits until something holds that other threads bring about.
///
/// Without `Task.sleep`: one of the bad modules closes the descriptors that its timers need.
func eventually(_ holds: () throws -> Bool) async rethrows {
    while try !holds() {
        usleep(1000)
        await Task.yield()
    }
}
