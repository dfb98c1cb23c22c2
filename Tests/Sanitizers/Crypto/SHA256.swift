import Glibc

/// Stands in for swift-crypto, whose BoringSSL takes minutes to build: FIPS 180-4, and no faster than it must be.
public enum SHA256 {
    public static func hash(data: [UInt8]) -> [UInt8] {
        var state: [UInt32] = primes.prefix(8).map { fraction($0.squareRoot()) }
        var padded = data + [0x80]
        padded += Array(repeating: 0, count: (120 - padded.count % 64) % 64)
        padded += bytes(UInt64(data.count) * 8)
        for start in stride(from: 0, to: padded.count, by: 64) { add(padded[start..<start + 64], to: &state) }
        return state.flatMap(bytes)
    }

    private static func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
            block[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for i in 16..<64 {
            let (early, late) = (words[i - 15], words[i - 2])
            words.append(
                words[i - 16] &+ (turn(early, 7) ^ turn(early, 18) ^ early >> 3) &+ words[i - 7]
                    &+ (turn(late, 17) ^ turn(late, 19) ^ late >> 10))
        }
        var now = state
        for i in 0..<64 {
            let (a, e) = (now[0], now[4])
            let choice = (e & now[5]) ^ (~e & now[6])
            let one = now[7] &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ constants[i] &+ words[i]
            let majority = (a & now[1]) ^ (a & now[2]) ^ (now[1] & now[2])
            let two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
            now = [one &+ two, a, now[1], now[2], now[3] &+ one, e, now[5], now[6]]
        }
        for i in 0..<8 { state[i] &+= now[i] }
    }
}

extension SHA256 {
    private static let primes = (2..<312).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }.map { Double($0) }
    private static let constants = primes.map { fraction(cbrt($0)) }

    /// The first 32 bits behind the point.
    private static func fraction(_ number: Double) -> UInt32 { UInt32((number - number.rounded(.down)) * 0x1p32) }

    private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

    /// Most significant byte first.
    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
