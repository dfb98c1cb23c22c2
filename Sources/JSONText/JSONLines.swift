import CJSONText

/// A text with a JSON value a line.
@safe package enum JSONLines {
    /// One line that is not empty.
    package struct Line {
        /// From 1.
        package let number: Int
        /// The offset behind it.
        package let end: Int
        /// Lent for as long as the line is looked at; or why it is no JSON.
        package let value: Result<JSONNode, JSONError>
    }

    /// Calls `body` with each line of a text. Lines are parsed where they stand, but for the last ones: the parser reads
    /// a little beyond their ends.
    package static func forEach(in text: Span<UInt8>, _ body: (Line) -> Void) {
        let document = JSONDocument()
        // - Safety: every line lies in `text`, which is borrowed for as long as this takes.
        unsafe text.withUnsafeBytes { text in
            var (number, start) = (0, 0)
            while start < text.count {
                number += 1
                let end = unsafe cj_end_of_line(text.baseAddress, start, text.count)
                if end > start {
                    let line = unsafe UnsafeRawBufferPointer(rebasing: text[start..<end])
                    unsafe document.parse(line, isPadded: text.count - end >= CJ_PADDING) { value in
                        body(Line(number: number, end: end, value: value))
                    }
                }
                start = end + 1
            }
        }
    }
}
