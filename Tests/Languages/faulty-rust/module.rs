//! Panics when it is told to: in user_may_invite by the inviter, in `create` by the configuration.
#![deny(unsafe_op_in_unsafe_fn)]

#[path = "../../../Plugins/invite-guard/gatehouse/mod.rs"]
mod gatehouse;

use gatehouse::c::SpamChecker as Table;
use gatehouse::{
    user_may_invite, About, Answer, Invite, Json, Mistakes, Module, SpamChecker, Verdict,
};

struct Faulty {
    numbers: Vec<usize>,
}

impl Module for Faulty {
    const ABOUT: About = About {
        name: "faulty_rust",
        version: "1",
        vendor: "-",
        licence: "-",
        description: "Panics",
    };

    fn create(config: Json, _: &mut Mistakes) -> Option<Self> {
        assert!(config.get("/panic").is_none(), "a panic in create");
        Some(Faulty {
            numbers: vec![1, 2, 3],
        })
    }
}

impl SpamChecker for Faulty {
    fn user_may_invite(&self, call: Invite) -> Answer {
        match call.inviter {
            "@panic:x" => panic!("told to by {}", call.inviter),
            "@index:x" => assert_eq!(self.numbers[call.invitee.len()], 0),
            "@error:x" => return Err("an error".into()),
            _ => {}
        }
        Ok(Verdict::DenyCode("M_FORBIDDEN"))
    }
}

export_module!(
    Faulty,
    Table {
        user_may_invite: Some(user_may_invite::<Faulty>),
        ..Table::EMPTY
    }
);
