/// Text in lines of at most 120 columns.
enum Wrapped {
    static func lines(_ text: String, prefix: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty && prefix.count + line.count + 1 + word.count > 120 {
                lines.append(prefix + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return line.isEmpty ? lines : lines + [prefix + line]
    }
}
