import JSONText
import Testing

@testable import ModuleLoader

/// Several objects as one.
@Suite struct AnswerMergeTests {
    private func merged(_ answers: JSONValue...) -> Answer? {
        var all: Answer?
        for answer in answers {
            let answer = Answer.object(JSON(answer))
            if all == nil { all = answer } else { all?.merge(answer) }
        }
        return all
    }

    @Test func `Of the same key the later value stays`() {
        let answer = merged(["a": 1, "b": ["x": 1]], ["b": ["y": 2], "c": 3], ["a": .null])
        #expect(answer == .object(JSON(["a": .null, "b": ["y": 2], "c": 3])))
    }

    @Test func `A key is the same when it says the same, code point for code point`() {
        #expect(merged(["\u{e9}": 1], ["e\u{301}": 2]) == .object(JSON(["\u{e9}": 1, "e\u{301}": 2])))
    }

    @Test func `A cookie is put in the place of another, and answers without one stay as they are`() {
        #expect(Answer.login(userID: "@a", cookie: 7).with(cookie: 1) == .login(userID: "@a", cookie: 1))
        #expect(Answer.update(milliseconds: 5, cookie: 7).with(cookie: nil) == .update(milliseconds: 5, cookie: nil))
        #expect(Answer.truth(true).with(cookie: 1) == .truth(true))
        #expect(Answer.truth(true).cookie == nil)
    }
}
