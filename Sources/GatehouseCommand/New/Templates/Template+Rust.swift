/// A module in Rust, for `rustc` 1.63 or later, without crates.
extension Template {
    static let rust = Template(
        files: [
            File("module.rs", "the module", moduleRust),
            File("gatehouse.rs", "a safe layer over the contract", layerRust),
        ],
        test: "module_test.c", rules: rulesRust, Template.linkedTest)
}

/// `module.rs`
private let moduleRust = #"""
    //! Refuses users who join a room without an invite and whose ids begin with a configured prefix.
    #![deny(unsafe_op_in_unsafe_fn)]

    mod gatehouse;

    use gatehouse::{Json, Mistakes, Module, UserMayJoinRoom, Verdict};

    /// An instance. Any number of threads may be in it at once.
    struct Door {
        prefix: String,
    }

    impl Module for Door {
        const NAME: &'static str = "@LIBRARY@";
        const VERSION: &'static str = "0.1.0";

        fn create(config: Json, mistakes: &mut Mistakes) -> Option<Door> {
            let prefix = match config.get("/prefix") {
                Some(prefix) => prefix,
                None => {
                    mistakes.add("prefix", "is missing; give what the user ids of guests begin with");
                    return None;
                }
            };
            match prefix.string() {
                Some(prefix) => Some(Door { prefix }),
                None => {
                    mistakes.add("prefix", "must be a string");
                    None
                }
            }
        }

        fn user_may_join_room(&self, call: UserMayJoinRoom) -> Result<Verdict, String> {
            if call.is_invited || !call.user_id.starts_with(&self.prefix) {
                return Ok(Verdict::Next);
            }
            let fields = r#"{"error": "You need an invite"}"#;
            Ok(Verdict::Deny { code: "M_FORBIDDEN", fields })
        }
    }

    export_module!(Door);
    """#

/// In the Makefile.
private let rulesRust = #"""
    RUSTFLAGS = -O
    FLAGS = --edition 2021 --crate-type cdylib --crate-name @LIBRARY@_module

    $(module): module.rs gatehouse.rs
    	@mkdir -p build
    	rustc $(FLAGS) $(RUSTFLAGS) -o $@ module.rs
    """#
