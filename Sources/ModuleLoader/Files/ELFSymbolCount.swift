/// How many dynamic symbols there are. The table of symbols does not say it; the tables in which the system's loader
/// looks names up do.
struct ELFSymbolCount {
    let number: UInt64

    init(_ reader: ByteReader, _ dynamic: ELFDynamic) throws(ELFFault) {
        if let table = try dynamic.table(ELFDynamic.Tag.hashTable, Self.what) {
            number = min(UInt64(try reader.integer(UInt32.self, at: table &+ 4, Self.what)), Self.most)
        } else if let table = try dynamic.table(ELFDynamic.Tag.gnuHashTable, Self.what) {
            number = try Self.end(of: table, reader)
        } else {
            throw .truncated(Self.what)
        }
    }

    private static let what = "the table of its symbols' names"
    /// No library has more; what says so is there to keep the reader busy.
    private static let most: UInt64 = 1 << 20

    /// GNU's form: the number of buckets, the first symbol in the table, and the number of words of a filter; behind
    /// the filter the first symbol of each bucket, and then for each symbol a hash, odd where its bucket ends.
    private static func end(of table: UInt64, _ reader: ByteReader) throws(ELFFault) -> UInt64 {
        let buckets = min(UInt64(try reader.integer(UInt32.self, at: table, what)), most)
        let first = UInt64(try reader.integer(UInt32.self, at: table &+ 4, what))
        let filter = UInt64(try reader.integer(UInt32.self, at: table &+ 8, what))
        let start = table &+ 16 &+ filter * 8
        var last: UInt64 = 0
        for bucket in 0..<buckets {
            last = max(last, UInt64(try reader.integer(UInt32.self, at: start &+ bucket * 4, what)))
        }
        if last < first { return min(first, most) }
        let hashes = start &+ buckets * 4
        while last < most, try reader.integer(UInt32.self, at: hashes &+ (last - first) * 4, what) & 1 == 0 {
            last += 1
        }
        return min(last + 1, most)
    }
}
