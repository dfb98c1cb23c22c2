import Foundation
import HostServices

// Keeps `key N` and counts, from a number on and for ever, and says each number when both are kept. For a test that kills
// it: StoreWriter PATH START.
let arguments = CommandLine.arguments
guard arguments.count == 3, let start = Int(arguments[2]) else { exit(2) }
let store = try SQLiteStore(path: arguments[1])
for number in start... {
    try store.update(StoreKey(namespace: "one", bytes: Array("key \(number)".utf8))) {
        $0 = StoredValue(Array("value \(number)".utf8))
    }
    try store.update(StoreKey(namespace: "one", bytes: Array("counter".utf8))) {
        $0 = StoredValue(Array("\(number + 1)".utf8))
    }
    FileHandle.standardOutput.write(Data("\(number)\n".utf8))
}
