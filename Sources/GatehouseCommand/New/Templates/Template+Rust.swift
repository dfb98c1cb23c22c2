/// A module in Rust, for `rustc` 1.63 or later, without crates. Its layer over the contract is that of the example
/// `invite-guard`.
extension Template {
    static let rust = Template(
        files: [
            File("module.rs", "the module", moduleRust),
            File("gatehouse/mod.rs", "a safe layer over the contract: what a module is", PackageResources.mod_rs),
            File("gatehouse/spam_checker.rs", "the callbacks that it knows", PackageResources.spam_checker_rs),
            File("gatehouse/c.rs", "the contract's records", PackageResources.c_rs),
            File("gatehouse/json.rs", "JSON, read through the host", PackageResources.json_rs),
        ],
        test: "module_test.c", rules: rulesRust, Template.linkedTest)
}

/// `module.rs`
private let moduleRust = #"""
    //! Refuses users who join a room without an invite and whose ids begin with a configured prefix.
    #![deny(unsafe_op_in_unsafe_fn)]

    mod gatehouse;

    use gatehouse::c::SpamChecker as Table;
    use gatehouse::{
        user_may_join_room, About, Answer, JoinRoom, Json, Mistakes, Module, SpamChecker, Verdict,
    };

    /// An instance. Any number of threads may be in it at once.
    struct Door {
        prefix: String,
    }

    impl Module for Door {
        const ABOUT: About = About {
            name: "@LIBRARY@",
            version: "0.1.0",
            vendor: "",
            licence: "",
            description: "",
        };

        fn create(config: Json, mistakes: &mut Mistakes) -> Option<Self> {
            let prefix = match config.get("/prefix") {
                Some(prefix) => prefix,
                None => {
                    let message = "is missing; give what the user ids of guests begin with";
                    mistakes.add("prefix", message);
                    return None;
                }
            };
            match prefix.string() {
                Some(prefix) => Some(Door {
                    prefix: prefix.into_owned(),
                }),
                None => {
                    mistakes.add("prefix", "must be a string");
                    None
                }
            }
        }
    }

    impl SpamChecker for Door {
        fn user_may_join_room(&self, call: JoinRoom) -> Answer {
            if call.is_invited || !call.user_id.starts_with(&self.prefix) {
                return Ok(Verdict::Next);
            }
            let fields = r#"{"error": "You need an invite"}"#;
            Ok(Verdict::DenyWith("M_FORBIDDEN", fields))
        }
    }

    export_module!(
        Door,
        Table {
            user_may_join_room: Some(user_may_join_room::<Door>),
            ..Table::EMPTY
        }
    );
    """#

/// In the Makefile.
private let rulesRust = #"""
    RUSTFLAGS = -O
    FLAGS = --edition 2021 --crate-type cdylib --crate-name @LIBRARY@_module

    $(module): module.rs $(wildcard gatehouse/*.rs)
    	@mkdir -p build
    	rustc $(FLAGS) $(RUSTFLAGS) -o $@ module.rs
    """#
