import Foundation
import Synchronization

/// The time as HTTP writes it, made once a second.
enum HTTPDate {
    private static let last = Mutex((second: 0, text: ""))

    static var now: String {
        let now = Date.now
        let second = Int(now.timeIntervalSince1970)
        return last.withLock { last in
            if last.second != second { last = (second, text(of: now)) }
            return last.text
        }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    ///
    /// Out of plain numbers: for its own formats Foundation loads the tables of all languages, which are megabytes.
    static func text(of date: Date) -> String {
        let parts = calendar.dateComponents(in: .gmt, from: date)
        guard let weekday = parts.weekday, let month = parts.month else { return "" }
        let day = "\(weekdays[weekday - 1]), \(padded(parts.day, 2)) \(months[month - 1]) \(padded(parts.year, 4))"
        let time = [parts.hour, parts.minute, parts.second].map { padded($0, 2) }.joined(separator: ":")
        return "\(day) \(time) GMT"
    }

    private static let calendar = Calendar(identifier: .gregorian)
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func padded(_ number: Int?, _ width: Int) -> String {
        let digits = String(number ?? 0)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
