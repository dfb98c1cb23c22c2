/// Names of the contract in Swift's spelling: `user_may_join_room` is `userMayJoinRoom`, `room_id` is `roomID`.
enum SwiftName {
    private static let acronyms: Set<String> = ["id", "ip", "url"]

    static func member(_ name: String) -> String {
        let words = name.split(separator: "_").map(String.init)
        return (words.first ?? "") + words.dropFirst().map(capitalized).joined()
    }

    static func type(_ name: String) -> String { name.split(separator: "_").map { capitalized(String($0)) }.joined() }

    private static func capitalized(_ word: String) -> String {
        acronyms.contains(word) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
    }
}
