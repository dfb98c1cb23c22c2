//! Who may invite whom.
#![deny(unsafe_op_in_unsafe_fn)]

mod gatehouse;

use gatehouse::c::SpamChecker as Table;
use gatehouse::{
    federated_user_may_invite, user_may_invite, user_may_send_3pid_invite, About, Answer,
    FederatedInvite, Invite, Json, Mistakes, Module, SpamChecker, ThreepidInvite, Verdict,
};
use std::collections::HashSet;

struct InviteGuard {
    /// None: all.
    allowed_servers: Option<HashSet<String>>,
    blocked_inviters: HashSet<String>,
}

impl InviteGuard {
    fn is_allowed(&self, user_id: &str) -> bool {
        match &self.allowed_servers {
            Some(servers) => server(user_id).map_or(false, |server| servers.contains(server)),
            None => true,
        }
    }

    fn verdict(&self, inviter: &str, invitee: Option<&str>) -> Answer {
        let is_blocked = self.blocked_inviters.contains(inviter);
        if is_blocked
            || !self.is_allowed(inviter)
            || !invitee.map_or(true, |invitee| self.is_allowed(invitee))
        {
            return Ok(Verdict::DenyCode("M_FORBIDDEN"));
        }
        Ok(Verdict::Next)
    }
}

impl Module for InviteGuard {
    const ABOUT: About = About {
        name: "invite_guard",
        version: "1.0.0",
        vendor: "Gatehouse",
        licence: "Apache-2.0",
        description: "Says who may invite, and between which servers",
    };

    fn create(config: Json, mistakes: &mut Mistakes) -> Option<Self> {
        if !config.is_object() {
            mistakes.add("", "must be a mapping");
            return None;
        }
        for (key, _) in config.members() {
            let key = key.string().unwrap_or_default();
            if key != "allowed_servers" && key != "blocked_inviters" {
                let known = "there is no such setting; there are \"allowed_servers\" and \"blocked_inviters\"";
                mistakes.add(&key, known);
            }
        }
        if let Some(list) = config.get("/allowed_servers") {
            if list.is_array() && list.members().next().is_none() {
                mistakes.add(
                    "allowed_servers",
                    "must name a server, your own for one; leave it out to allow all",
                );
            }
        }
        let servers = texts(
            config,
            "allowed_servers",
            "must be the name of a server, a string",
            is_server,
            mistakes,
        );
        let inviters = texts(
            config,
            "blocked_inviters",
            "must be a user id, a string",
            is_user_id,
            mistakes,
        );
        Some(InviteGuard {
            allowed_servers: servers,
            blocked_inviters: inviters.unwrap_or_default(),
        })
    }
}

impl SpamChecker for InviteGuard {
    fn user_may_invite(&self, call: Invite) -> Answer {
        self.verdict(call.inviter, Some(call.invitee))
    }

    fn user_may_send_3pid_invite(&self, call: ThreepidInvite) -> Answer {
        self.verdict(call.inviter, None)
    }

    fn federated_user_may_invite(&self, call: FederatedInvite) -> Answer {
        self.verdict(call.sender, Some(call.invitee))
    }
}

fn server(user_id: &str) -> Option<&str> {
    user_id.split_once(':').map(|(_, server)| server)
}

fn is_user_id(text: &str) -> bool {
    text.starts_with('@') && server(text).map_or(false, is_server)
}

fn is_server(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c == '@' || c == '/' || c.is_whitespace())
}

/// The strings of a list; None where it is absent. Tells of each item that is not `good`, by the rule.
fn texts(
    config: Json,
    key: &str,
    rule: &str,
    good: fn(&str) -> bool,
    mistakes: &mut Mistakes,
) -> Option<HashSet<String>> {
    let list = config.get(&format!("/{}", key))?;
    if !list.is_array() {
        mistakes.add(key, "must be a list");
        return None;
    }
    let mut texts = HashSet::new();
    for (index, (_, item)) in list.members().enumerate() {
        match item.string() {
            Some(text) if good(&text) => drop(texts.insert(text.into_owned())),
            _ => mistakes.add(&format!("{}.{}", key, index), rule),
        }
    }
    Some(texts)
}

export_module!(
    InviteGuard,
    Table {
        user_may_invite: Some(user_may_invite::<InviteGuard>),
        user_may_send_3pid_invite: Some(user_may_send_3pid_invite::<InviteGuard>),
        federated_user_may_invite: Some(federated_user_may_invite::<InviteGuard>),
        ..Table::EMPTY
    }
);
