import JSONText
import MatrixCallbacks

/// Compares what cases expect with what a host makes of them, and counts. A case that cannot be played has failed.
struct Tally {
    let player: Player
    private(set) var passed = 0
    private(set) var failed = 0

    init(player: Player) { self.player = player }

    mutating func run(_ line: String) {
        guard let chainCase = ChainCase(line), let expected = chainCase.expected else {
            return fail("no chain case: \(line.prefix(80))")
        }
        do {
            compare(chainCase, expected, try player.play(chainCase))
        } catch {
            fail("case \(chainCase.id), \(chainCase.callback): \(error)")
        }
    }

    private mutating func fail(_ text: String) {
        failed += 1
        print(text)
    }

    private mutating func compare(_ chainCase: ChainCase, _ expected: ChainCase.Expected, _ found: Player.Played) {
        let asked = JSONValue.integer(Int64(found.asked.count))
        if found.result == expected.result && asked == expected.asked { return passed += 1 }
        fail(
            """
            case \(chainCase.id), \(chainCase.callback): expected \(expected.result), asked \(expected.asked); \
            found \(found.result), asked \(asked)
            """)
    }
}
