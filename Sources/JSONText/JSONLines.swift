import CJSONText

/// A text with a JSON value a line, which are parsed where they stand.
@safe package struct JSONLines {
    /// The text, and what must be readable behind it.
    private let bytes: [UInt8]
    /// How long the text is, in bytes.
    package let size: Int

    package init(_ text: some Collection<UInt8>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + Int(CJ_PADDING))
        bytes.append(contentsOf: text)
        size = bytes.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Int(CJ_PADDING)))
        self.bytes = bytes
    }

    /// One line that is not empty.
    package struct Line {
        /// From 1.
        package let number: Int
        /// The offset behind it.
        package let end: Int
        /// Lent for as long as the line is looked at; or why it is no JSON.
        package let value: Result<JSONNode, JSONError>
    }

    package func forEach(_ body: (Line) -> Void) {
        let document = JSONDocument()
        // - Safety: every line lies in `bytes`, which is as it is and has the padding that the parser asks for.
        unsafe bytes.withUnsafeBytes { text in
            var (number, start) = (0, 0)
            while start < size {
                number += 1
                let end = unsafe cj_end_of_line(text.baseAddress, start, size)
                if end > start {
                    let line = unsafe UnsafeRawBufferPointer(rebasing: text[start..<end])
                    unsafe document.parse(inPlace: line) { body(Line(number: number, end: end, value: $0)) }
                }
                start = end + 1
            }
        }
    }
}
