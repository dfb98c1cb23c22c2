import Foundation

/// What this process holds, as /proc tells.
struct Memory {
    let privateKB: Int
    let residentKB: Int

    static var now: Memory {
        let text = (try? String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)) ?? ""
        var sizes: [Substring: Int] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            if words.count == 3, let size = Int(words[1]) { sizes[words[0].dropLast()] = size }
        }
        let dirty = (sizes["Private_Dirty"] ?? 0) + (sizes["Private_Clean"] ?? 0)
        return Memory(privateKB: dirty, residentKB: sizes["Rss"] ?? 0)
    }
}
