/// What `gatehouse new` writes in one language. In the texts `@NAME@` stands for the module's name, and `@LIBRARY@` for
/// that of its library.
struct Template {
    struct File {
        let name: String
        let purpose: String
        let text: String

        init(_ name: String, _ purpose: String, _ text: String) {
            (self.name, self.purpose, self.text) = (name, purpose, text)
        }

        /// A file of an example, which the package embeds (`Layers`), but for its last line end: all files get one.
        init(_ name: String, _ purpose: String, _ bytes: [UInt8]) {
            self.init(name, purpose, String(decoding: bytes.dropLast(), as: UTF8.self))
        }
    }

    private let sources: [File]
    private let testName: String
    private let rules: [String]

    /// - Parameters:
    ///   - test: the name of the test's file.
    ///   - rules: those of the Makefile for the module and for its test.
    init(files: [File], test: String, rules: String...) {
        (sources, testName, self.rules) = (files, test, rules)
    }

    /// All files of a module, in the order in which somebody new wants to know of them.
    func files(for name: ModuleName) -> [File] {
        let files =
            sources + [
                File(testName, "its test, which needs no host", testOfAll),
                File("Makefile", "`make`, `make test`, `make check`", makefile),
                File("gatehouse.yaml", "a configuration to try it out", configurationOfAll),
                File("README.md", "what it does, and its settings", readme),
            ]
        return files.map { File($0.name, $0.purpose, name.fill($0.text) + "\n") }
    }

    private var makefile: String { ([makefileHead] + rules + [makefileTail]).joined(separator: "\n\n") }

    private var readme: String {
        let rows = sources.map { "| `\($0.name)` | \($0.purpose) |" }.joined(separator: "\n")
        return readmeOfAll.replacing("@FILES@", with: rows).replacing("@TEST@", with: testName)
    }

    /// The rule for a test in C that is linked to the module as it is.
    static let linkedTest = #"""
        # The test is a program in C that the module is linked to as it is.
        build/module_test: module_test.c $(module)
        	$(CC) -std=c11 -g -Wall -Wextra $(contract) -o $@ module_test.c -L build -l:@LIBRARY@.so -Wl,-rpath,'$$ORIGIN'
        """#
}

private let makefileHead = #"""
    # Builds the module and tests it. The contract's headers come from pkg-config, or from the folder in GATEHOUSE_INCLUDE.
    ifdef GATEHOUSE_INCLUDE
    contract = -I$(GATEHOUSE_INCLUDE)
    else ifeq ($(shell pkg-config --exists gatehouse && echo found),found)
    contract := $(shell pkg-config --cflags gatehouse)
    else
    $(error Gatehouse's headers were not found: set PKG_CONFIG_PATH to the folder of gatehouse.pc, or GATEHOUSE_INCLUDE)
    endif

    module = build/@LIBRARY@.so

    .PHONY: all test check clean
    all: $(module)
    """#

private let makefileTail = #"""
    test: build/module_test
    	build/module_test

    # What a host would say of it, in a child process.
    check: $(module)
    	gatehouse check --create --config gatehouse.yaml

    clean:
    	rm -rf build
    """#

private let testOfAll = #"""
    /* Tests of the module without a host. All checks are in gatehouse/testing/expect.h. */
    #include <gatehouse/testing.h>

    #define JOIN "spam_checker.user_may_join_room"

    static void guests_need_an_invite(gh_test_host *host)
    {
        GH_EXPECT_DENY_WITH(
            gh_test_call(host, JOIN,
                GH_TEST_JSON({"user_id": "@guest-1:example.org", "room_id": "!room:example.org", "is_invited": false})),
            "M_FORBIDDEN", GH_TEST_JSON({"error": "You need an invite"}));
        GH_EXPECT_NEXT(gh_test_call(host, JOIN,
            GH_TEST_JSON({"user_id": "@guest-1:example.org", "room_id": "!room:example.org", "is_invited": true})));
    }

    static void all_others_may_come(gh_test_host *host)
    {
        GH_EXPECT_NEXT(gh_test_call(host, JOIN,
            GH_TEST_JSON({"user_id": "@alice:example.org", "room_id": "!room:example.org", "is_invited": false})));
    }

    static void mistakes_in_the_configuration_are_told(gh_test_host *host)
    {
        GH_EXPECT_REFUSED(host, GH_TEST_JSON({}), "prefix");
        GH_EXPECT_REFUSED(host, GH_TEST_JSON({"prefix": 7}), "prefix");
    }

    int main(void)
    {
        gh_test_host *host = gh_test_load(GH_TEST_JSON({"prefix": "@guest-"}));
        guests_need_an_invite(host);
        all_others_may_come(host);
        mistakes_in_the_configuration_are_told(host);
        return gh_test_end(host);
    }
    """#

private let configurationOfAll = #"""
    # For trying the module out. Paths are relative to this file.
    modules:
      - module: ./build/@LIBRARY@.so
        config: {prefix: "@guest-"}
    """#

private let readmeOfAll = #"""
    # @NAME@

    Refuses users who join a room without an invite and whose ids begin with a configured prefix. Made with `gatehouse new`:
    change it into what you want.

    | file | what it is |
    | --- | --- |
    @FILES@
    | `@TEST@` | its test, which needs no host |
    | `Makefile` | `make` builds `build/@LIBRARY@.so`, `make test` tests it, `make check` asks a host what it thinks of it |
    | `gatehouse.yaml` | a configuration to try it out |

    ## Settings

    | setting | | |
    | --- | --- | --- |
    | `prefix` | required | what the user ids of guests begin with |

    ## Trying it out

        make
        gatehouse call spam_checker.user_may_join_room --explain --arguments \
            '{"user_id": "@guest-1:example.org", "room_id": "!room:example.org", "is_invited": false}'
    """#
