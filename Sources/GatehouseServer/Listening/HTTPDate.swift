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
    static func text(of date: Date) -> String {
        date.formatted(style)
    }

    private static let style = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
}
