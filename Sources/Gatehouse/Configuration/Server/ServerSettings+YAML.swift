import Logging

extension ServerSettings {
    /// The keys of a server, which stand at the top of the file.
    init(reading keys: inout KeyReader) {
        self.init()
        listen = keys.optional("listen") { $0.address() }
        socket = keys.optional("socket") { $0.text() }
        socketMode = keys.optional("socket_mode") { $0.mode() } ?? socketMode
        tokenFile = keys.optional("token_file") { $0.text() }
        bodyLimit = keys.optional("body_limit") { $0.whole(1...1 << 30) } ?? bodyLimit
        webBodyLimit = keys.optional("web_body_limit") { $0.whole(1...1 << 30) } ?? webBodyLimit
        callLimit = keys.optional("call_limit") { $0.whole(1...1 << 20) } ?? callLimit
        clientTimeout = keys.optional("client_timeout") { $0.duration(from: .milliseconds(1)) } ?? clientTimeout
        drainTime = keys.optional("drain_time") { $0.duration() } ?? drainTime
        logFormat = keys.optional("log_format") { $0.word(LogFormat.allCases) } ?? logFormat
        logLevel = keys.optional("log_level") { $0.word(Logger.Level.allCases) } ?? logLevel
        mediaFolder = keys.optional("media_folder") { $0.sharedFolder() }
        serverName = keys.optional("server_name") { $0.text() }
    }
}

extension YAMLValue {
    fileprivate func address() -> ListenAddress? {
        guard let text = text() else { return nil }
        return ListenAddress(text)
            ?? refuse(
                "config.value", "\(text.debugDescription) is no address", cure: "Write HOST:PORT, \"127.0.0.1:8080\".")
    }

    /// Both sides have to mean the same by it, so it starts at the root and leads straight down.
    fileprivate func sharedFolder() -> String? {
        guard let text = text() else { return nil }
        let parts = text.split(separator: "/")
        guard text.hasPrefix("/"), !parts.isEmpty, !parts.contains("."), !parts.contains("..") else {
            return refuse(
                "config.value", "\(text.debugDescription) is no whole path",
                cure: "Write the `media_store_path` of the homeserver, from the root on.")
        }
        return text
    }

    /// Permissions, which everybody writes in octal digits: to YAML `0660` is one number and `660` another.
    fileprivate func mode() -> UInt16? {
        guard let digits = scalarText, let mode = UInt16(digits, radix: 8), mode <= 0o777, digits.utf8.count >= 3 else {
            return refuse("config.value", "these are no permissions", cure: "Write octal digits, 0660.")
        }
        return mode
    }

    fileprivate func word<Word: RawRepresentable<String>>(_ words: [Word]) -> Word? {
        guard let text = text() else { return nil }
        let known = words.map(\.rawValue).joined(separator: ", ")
        return words.first { $0.rawValue == text }
            ?? refuse("config.value", "\(text.debugDescription) is none of \(known)", cure: "Write one of these.")
    }
}
