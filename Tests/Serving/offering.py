"""What modules have beside their answers: paths for clients, metrics, secrets."""

import threading

from server import Server, UnixConnection, request, scripted
from stopping import until

IS_EVIL = "/_synapse/client/list_spam_checker/is_evil"
CLERK = "/_synapse/client/clerk"
TELL = "/v1/call/spam_checker/user_may_publish_room"


def run(report, binary, folder):
    paths(report, binary, folder / "paths")
    late(report, binary, folder / "late")
    metrics(report, binary, folder / "metrics")
    secrets(report, binary, folder / "secrets")


def checker(name, user):
    return {"module": "list_spam_checker", "name": name, "config": {"evil_users": [user]}}


def clerk(**config):
    return {"module": "clerk", "config": config}


def tell(server, command):
    """What the clerk says of a command, as the code of its refusal."""
    return server.unix("POST", TELL, {"user_id": command, "room_id": "!r:x"}).json["deny_code"]


def paths(report, binary, folder):
    folder.mkdir(parents=True)
    (folder / "token").write_text("open-sesame\n")
    modules = [checker("one", "@evil:x"), checker("two", "@other:x")]
    with Server(binary, folder, modules, listen="127.0.0.1:0", socket="s.sock", token_file="token") as server:
        evil = server.tcp("GET", f"{IS_EVIL}?user=%40evil%3Ax", headers={"Origin": "https://example.org"})
        report.check("a module answers clients on its path, without the token of the calls",
                     evil.status == 200 and evil.json == {"evil": True}, evil.text)
        other = server.unix("GET", f"{IS_EVIL}?user=@other:x")
        report.check("the first module that has a path keeps it", other.json == {"evil": False}, other.text)
        report.check("and the other is warned", f"the path {IS_EVIL} is not its own: one has it already" in server.text(),
                     server.text())
        wrong = server.unix("POST", IS_EVIL, "user=@evil:x")
        report.check("errors of a path are the module's own", wrong.status == 405 and "errcode" in wrong.json, wrong.text)
        report.check("calls need the token still", server.tcp("GET", "/v1/modules").status == 401)


def late(report, binary, folder):
    with Server(binary, folder, [clerk(paths=[CLERK])], socket="s.sock") as server:
        replies = []
        asking = threading.Thread(target=lambda: replies.append(server.unix("GET", f"{CLERK}?how=later")))
        asking.start()
        until(lambda: tell(server, "answer") == "FOUND")
        asking.join()
        report.check("a request is answered later, from elsewhere", replies[0].status == 201, replies[0].text)
        gone = UnixConnection(server.folder / "s.sock")
        gone.request("GET", f"{CLERK}?how=never")
        gone.close()
        reply = server.unix("PUT", f"{CLERK}/?user=b", "body")
        report.check("what is below a path is not of it", reply.status == 404, reply.text)
        connection = UnixConnection(server.folder / "s.sock")
        statuses = [request(connection, "GET", CLERK, close=False).status for _ in range(3)]
        report.check("a client that goes away takes nobody along, and a connection carries several", statuses == [201] * 3)
        connection.close()


def metrics(report, binary, folder):
    with Server(binary, folder, [clerk(metrics=[[1, "lookups_total"], [2, "open_files"]])], socket="s.sock") as server:
        tell(server, "count 0 3")
        tell(server, "record 1 7")
        lines = server.unix("GET", "/metrics").text.splitlines()
        expected = ['lookups_total{module="clerk"} 3', 'open_files{module="clerk"} 7.0']
        report.check("metrics of modules stand beside the server's", [line for line in lines if line in expected] == expected,
                     "\n".join(lines))


def secrets(report, binary, folder):
    folder.mkdir(parents=True)
    (folder / "secret").write_text("M_SESAME\n")
    module = scripted("m", "spam_checker.user_may_publish_room", {"deny_code": "M_X"})
    module["config"].pop("callback")
    (folder / "callback").write_text("spam_checker.user_may_publish_room\n")
    module["secrets"] = {"callback_file": "callback", "note_file": "secret"}
    with Server(binary, folder, [module], socket="s.sock", log_level="trace") as server:
        report.check("a module is told what stands in the file", tell(server, "") == "M_X")
        shown = server.unix("GET", "/v1/modules").text + server.text()
        report.check("nobody else is", "SESAME" not in shown, shown)
    (folder / "secret").unlink()
    broken = Server(binary, folder, [module], socket="s.sock").start()
    code = broken.wait()
    report.check("a file that is not there is a problem before anything starts", code == 1 and "[config.secret]" in broken.text(),
                 broken.text())
