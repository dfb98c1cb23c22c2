import Testing

/// The house rules that a script can see.
struct RepositoryTests {
    /// Every file that may say `unsafe`, and no other: the loop, the host's side of the contract, system calls, argument
    /// memory, JSON text, threads that Swift's tasks run on, and one leading word a list of the catalogue.
    private static let unsafeFiles = [
        "Sources/CallbackChains/Chain.swift",
        "Sources/CallbackChains/Dispatch.swift",
        "Sources/CallbackChains/Link.swift",
        "Sources/ForeignCalls/CallFrame.swift",
        "Sources/ForeignCalls/ForeignValue+Result.swift",
        "Sources/ForeignCalls/PreparedSignature.swift",
        "Sources/GatehouseServer/Calls/FrontThreads.swift",
        "Sources/HostServices/HTTP/HTTPRequest+Record.swift",
        "Sources/HostServices/HTTP/HTTPTable.swift",
        "Sources/HostServices/Homeserver/HomeserverTable.swift",
        "Sources/HostServices/Homeserver/HomeserverVisit.swift",
        "Sources/HostServices/Metrics/MetricTable.swift",
        "Sources/HostServices/Store/StoreTable.swift",
        "Sources/HostServices/Tables/HandedRecord.swift",
        "Sources/HostServices/Tables/ImmortalTable.swift",
        "Sources/HostServices/Tables/LentMemory.swift",
        "Sources/HostServices/Tables/ModuleBuffer.swift",
        "Sources/HostServices/Timers/TimerTable.swift",
        "Sources/HostServices/Web/OpenRequest.swift",
        "Sources/HostServices/Web/WebTable.swift",
        "Sources/JSONText/JSON.swift",
        "Sources/JSONText/JSONDocument.swift",
        "Sources/JSONText/JSONLines.swift",
        "Sources/JSONText/JSONNode.swift",
        "Sources/JSONText/ThreadDocument.swift",
        "Sources/MatrixCallbacks/Adopted/AdoptedCall.swift",
        "Sources/MatrixCallbacks/Adopted/AdoptedCallback.swift",
        "Sources/MatrixCallbacks/Adopted/FieldRead.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentCopy.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentMemory.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentReader+Media.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentReader+Nested.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentReader.swift",
        "Sources/MatrixCallbacks/Arguments/ArgumentWriter.swift",
        "Sources/MatrixCallbacks/Arguments/CallArguments.swift",
        "Sources/MatrixCallbacks/Arguments/EventFacts.swift",
        "Sources/MatrixCallbacks/Arguments/EventText.swift",
        "Sources/MatrixCallbacks/Arguments/FetchedState.swift",
        "Sources/MatrixCallbacks/Arguments/KeptArgument.swift",
        "Sources/MatrixCallbacks/Builtin/SwiftMember.swift",
        "Sources/MatrixCallbacks/Calls/ChainTable.swift",
        "Sources/MatrixCallbacks/Catalogue/Entry.swift",
        "Sources/MatrixCallbacks/Catalogue/FieldTable.swift",
        "Sources/MatrixCallbacks/Catalogue/Records.swift",
        "Sources/MatrixCallbacks/Catalogue/TypedField.swift",
        "Sources/MatrixCallbacks/Categories/AccountData.swift",
        "Sources/MatrixCallbacks/Categories/AccountValidity.swift",
        "Sources/MatrixCallbacks/Categories/BackgroundUpdateController.swift",
        "Sources/MatrixCallbacks/Categories/Federation.swift",
        "Sources/MatrixCallbacks/Categories/MediaRepository.swift",
        "Sources/MatrixCallbacks/Categories/PasswordAuthProvider.swift",
        "Sources/MatrixCallbacks/Categories/PresenceRouter.swift",
        "Sources/MatrixCallbacks/Categories/Ratelimit.swift",
        "Sources/MatrixCallbacks/Categories/SpamChecker.swift",
        "Sources/MatrixCallbacks/Categories/ThirdPartyRules.swift",
        "Sources/MatrixCallbacks/Categories/Unsigned.swift",
        "Sources/ModuleLoader/Files/ForeignLibrary.swift",
        "Sources/ModuleLoader/Files/SystemCalls.swift",
        "Sources/ModuleLoader/Hooks/HookClosure.swift",
        "Sources/ModuleLoader/Hooks/HookExchange.swift",
        "Sources/ModuleLoader/Hooks/HookLink.swift",
        "Sources/ModuleLoader/Hooks/HookOffer.swift",
        "Sources/ModuleLoader/Host/HostTable.swift",
        "Sources/ModuleLoader/Host/JSONFunctions.swift",
        "Sources/ModuleLoader/Host/MediaFunctions.swift",
        "Sources/ModuleLoader/Host/StateElsewhere.swift",
        "Sources/ModuleLoader/Host/StateFunctions.swift",
        "Sources/ModuleLoader/Instances/CallLock.swift",
        "Sources/ModuleLoader/Instances/ConfigReply.swift",
        "Sources/ModuleLoader/Instances/Instance.swift",
        "Sources/ModuleLoader/Instances/Setup.swift",
        "Sources/ModuleLoader/Late/Deferral.swift",
        "Sources/ModuleLoader/Late/LateFunctions.swift",
        "Sources/ModuleLoader/Late/Tickets.swift",
        "Sources/ModuleLoader/Looking/ChildProcess.swift",
        "Sources/ModuleLoader/Registration/ModuleImage.swift",
        "Sources/ModuleLoader/Registration/RecordCopy.swift",
        "Sources/ModuleLoader/Registration/RegisteredModule.swift",
        "Sources/ModuleLoader/Registration/Registration.swift",
        "Sources/ModuleLoader/Replies/CallingProcess.swift",
        "Sources/ModuleLoader/Replies/Exchange.swift",
        "Sources/ModuleLoader/Replies/Handed.swift",
        "Sources/ModuleLoader/Replies/ReplyFunctions+Values.swift",
        "Sources/ModuleLoader/Replies/HostAnswer.swift",
        "Sources/ModuleLoader/Replies/ReplyFunctions.swift",
        "Sources/ModuleLoader/Services/Entrance.swift",
        "Sources/ModuleLoader/Services/ModuleServices.swift",
        "Sources/ModuleLoader/Services/ModuleVisit.swift",
        "Sources/ModuleLoader/Threads/Watchdog.swift",
    ]

    /// Forced values, forced casts and forced tries.
    private static let forced = #"[\w\)\]\}>?]!(?![=\w])"#

    private static let sources = Repository.files(in: "Sources", ending: [".swift"])

    private struct Line: Sendable {
        let place: String
        let code: String
    }

    /// Every line of code, with its `path:line`.
    private static let lines = sources.flatMap { path in
        SwiftCode.lines(of: (try? Repository.text(path)) ?? "").map {
            Line(place: "\(path):\($0.number)", code: $0.text)
        }
    }

    /// Where a pattern is found.
    ///
    /// - Parameter clue: what each match has in it, to be quick with all other lines.
    private func places(_ pattern: String, clue: String) throws -> [String] {
        let pattern = try Regex(pattern)
        return Self.lines.filter { $0.code.contains(clue) && $0.code.contains(pattern) }.map(\.place)
    }

    @Test func `unsafe stands in these files and in no other`() throws {
        let found = try places(#"\bunsafe\b"#, clue: "unsafe")
            .compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(Set(found).subtracting(Self.unsafeFiles).sorted() == [], "a new file needs a good reason")
        #expect(Set(Self.unsafeFiles).subtracting(found).sorted() == [], "take what is safe off the list")
    }

    @Test func `nothing in the sources stops the process because somebody handed over the wrong thing`() throws {
        #expect(Self.lines.count > 3000)
        #expect(try places(Self.forced, clue: "!") == [])
        #expect(try places(#"\bfatalError\("#, clue: "fatalError") == [])
    }

    @Test func `no file that people write is longer than 400 lines`() throws {
        let endings = [".swift", ".c", ".h", ".cpp", ".hpp", ".py", ".md", ".yaml", ".sh"]
        let files = ["Sources", "include", "Plugins", "Tests"].flatMap { Repository.files(in: $0, ending: endings) }
        let long = try files.filter { path in
            let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
            return lines.count > 401 && lines.first?.contains(" Made by `") != true
        }
        #expect(long == [])
        #expect(files.count > 200)
    }

    @Test func `what the rules look at is code, not comments and not strings`() {
        let text = """
            let a = 1 // unsafe
            /* unsafe
               try! */ let b = "unsafe \\(c(d)!) \\" try!" + #"as! \\#(e!) \\(f!)"#
            let g = \"\"\"
                unsafe "quoted" \\(h!)
                \"\"\"
            """
        let lines = SwiftCode.lines(of: text).map(\.text)
        #expect(lines == ["let a = 1 ", "", " let b = \"c(d)! + #e!", "let g = \"", "h!", ""])
    }

    @Test func `a forced value is told from what only looks like one`() throws {
        let forced = try Regex(Self.forced)
        let wrong = ["a!", "f()!.b", "x[1]!", "var t: T!", "a!,", "try! f()", "a as! B", "{ $0 }!.c"]
        #expect(wrong.filter { $0.contains(forced) } == wrong)
        #expect(["a != b", "if !a {", "(!a)", "[!a]", "a && !b"].filter { $0.contains(forced) } == [])
    }
}
