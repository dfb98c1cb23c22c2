import Gatehouse
import Testing

/// Mistakes in an entry that adopts a library are told with their own lines.
struct AdoptionPlaceTests {
    @Test func `each mistake has the line that it is written on`() throws {
        let problems = try #require(throws: Problems.self) {
            try Configuration(
                yaml: """
                    modules:
                      - name: c
                        adopt: libc.so.6
                        callbacks:
                          spam_checker.user_may_join_room:
                            call: i32 strcmp(cstr a, cstr b)
                            with:
                              a: user
                              b: {constant: 5}
                            when:
                              "0": refuse
                              "00": next
                              "+0": next
                          spam_checker.user_may_invite:
                            with: {}
                      - adopt: libc.so.6
                        callbacks: []
                    """, file: "gatehouse.yaml")
        }
        let callback = "modules.0.callbacks.spam_checker.user_may_join_room"
        #expect(
            problems.list.map { "\($0.subject) [\($0.code)]" } == [
                "gatehouse.yaml:8: \(callback).with.a [adopt.invalid]",
                "gatehouse.yaml:9: \(callback).with.b [adopt.invalid]",
                "gatehouse.yaml:11: \(callback).when.0 [adopt.invalid]",
                "gatehouse.yaml:13: \(callback).when.+0 [adopt.invalid]",
                "gatehouse.yaml:14: modules.0.callbacks.spam_checker.user_may_invite.call [adopt.invalid]",
                "gatehouse.yaml:17: modules.1.callbacks [adopt.invalid]",
            ])
    }
}
