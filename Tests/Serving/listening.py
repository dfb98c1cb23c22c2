"""Where a server listens, and who may call."""

import os
import socket
import stat

from server import JOIN, JOINING, PATIENCE, Server, UnixConnection, request, scripted

DENY = scripted("m", "spam_checker.user_may_join_room", {"deny_code": "M_X"})


def run(report, binary, folder):
    unix(report, binary, folder / "unix")
    tcp(report, binary, folder / "tcp")
    guarded(report, binary, folder / "guarded")
    refused(report, binary, folder / "refused")
    activated(report, binary, folder / "activated")
    abstract(report, binary, folder / "abstract")
    garbled(report, binary, folder / "garbled")


def unix(report, binary, folder):
    with Server(binary, folder, [DENY], socket="s.sock", socket_mode="0600") as server:
        mode = stat.S_IMODE(os.stat(folder / "s.sock").st_mode)
        report.check("the socket's file has the mode that is set", mode == 0o600, oct(mode))
        reply = server.unix("POST", JOIN, JOINING)
        report.check(
            "a call over a Unix socket needs no token", reply.status == 200 and reply.json["decided_by"] == "m", reply.text)
        report.check("an answer is dated", reply.headers["Date"].endswith(" GMT"), str(reply.headers))
        connection = UnixConnection(folder / "s.sock")
        replies = [request(connection, "POST", JOIN, JOINING, close=False).status for _ in range(3)]
        report.check("a connection carries several calls", replies == [200] * 3, str(replies))
        connection.close()
    with Server(binary, folder, [DENY], socket="s.sock") as server:
        mode = stat.S_IMODE(os.stat(folder / "s.sock").st_mode)
        report.check("a file that was left is taken over, with mode 0660", mode == 0o660, oct(mode))
        other = Server(binary, folder / "other", socket=str(folder / "s.sock")).start()
        code = other.wait()
        report.check(
            "a socket that is in use is left alone", code == 1 and "[serve.socket]" in other.text(), other.text())
        report.check("and goes on", server.unix("GET", "/healthz").status == 200)


def tcp(report, binary, folder):
    with Server(binary, folder, [DENY], options=["--listen", "127.0.0.1:0", "--socket", "s.sock"]) as server:
        over = [server.tcp("POST", JOIN, JOINING).status, server.unix("POST", JOIN, JOINING).status]
        report.check("both sockets of the command line are served, loopback without a token", over == [200, 200])
        page = server.tcp("GET", "/v1/decisions", headers={"Host": "page.example"})
        report.check("a page whose name leads here gets nothing", page.status == 403, page.text)


def guarded(report, binary, folder):
    folder.mkdir(parents=True)
    (folder / "token").write_text("open-sesame\n")
    with Server(binary, folder, [DENY], listen="0.0.0.0:0", socket="s.sock", token_file="token") as server:
        without = server.tcp("POST", JOIN, JOINING)
        report.check("over TCP a token is asked for", without.status == 401, without.text)
        wrong = server.tcp("POST", JOIN, JOINING, {"Authorization": "Bearer open"})
        report.check("another token stays out", wrong.status == 401, wrong.text)
        right = server.tcp("POST", JOIN, JOINING, {"Authorization": "Bearer open-sesame"})
        report.check("the token comes in", right.status == 200, right.text)
        report.check("probes need none", server.tcp("GET", "/readyz").status == 200)
        report.check("nor does the Unix socket", server.unix("POST", JOIN, JOINING).status == 200)
        report.check("the token is in no log", "open-sesame" not in server.text(), server.text())


def refused(report, binary, folder):
    cases = {
        "nothing to listen on": ("serve.nowhere", {}),
        "an open address without a token": ("serve.unguarded", {"listen": "0.0.0.0:0"}),
        "a token file that is not there": ("serve.token", {"listen": "127.0.0.1:0", "token_file": "none"}),
        "a socket in a folder that is not there": ("serve.socket", {"socket": "none/s.sock"}),
        "a path that is too long for a socket": ("serve.socket", {"socket": "s" * 120}),
        "a name that nobody knows": ("serve.socket", {"listen": "nowhere.invalid:0"}),
        "an address of another machine": ("serve.socket", {"listen": "192.0.2.1:0"}),
        "a data folder that cannot be": ("data-folder.unusable", {"socket": "s.sock", "data_folder": "/dev/null/x"}),
    }
    for number, (name, (code, settings)) in enumerate(cases.items()):
        server = Server(binary, folder / str(number), **settings).start()
        ended = server.wait()
        good = ended == 1 and f"[{code}]" in server.text() and "errno" not in server.text()
        report.check(f"{name} is a problem before anything starts", good, f"exit code {ended}\n{server.text()}")


def activated(report, binary, folder):
    folder.mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "s.sock"))
        bound.listen()
        # systemd puts the first socket at 3, and names the process.
        shell = ["sh", "-c", f'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@" 3<&{bound.fileno()}', "sh"]
        server = Server(binary, folder, [DENY], command=shell)
        server.start(pass_fds=[bound.fileno()])
        report.check("a server says when it is ready", server.said() == "READY=1", server.text())
        reply = server.unix("POST", JOIN, JOINING)
        report.check("a socket that systemd has bound is served", reply.status == 200, reply.text)
        code = server.stop()
        report.check("a server says that it stops", server.said() == "STOPPING=1", server.text())
        report.check("it ends well", code == 0, f"exit code {code}\n{server.text()}")
        server.notify.close()


def abstract(report, binary, folder):
    """A service manager's socket may stand in no folder."""
    name = f"gatehouse-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0{name}")
        heard.settimeout(PATIENCE)
        server = Server(binary, folder, socket="s.sock", environment={"NOTIFY_SOCKET": f"@{name}"}).start()
        said = [heard.recv(100)]
        code = server.stop()
        said.append(heard.recv(100))
        report.check("a service manager without a path for its socket is told too",
                     said == [b"READY=1", b"STOPPING=1"] and code == 0, f"{said}\n{server.text()}")
        server.notify.close()


def garbled(report, binary, folder):
    bodies = {
        "a chunk without a length": "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        "a bad chunk after a good one": "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n",
        "a body that breaks off": "Content-Length: 100\r\n\r\n{",
    }
    with Server(binary, folder, [DENY], socket="s.sock") as server:
        for name, body in bodies.items():
            reply = sent(folder / "s.sock", f"POST {JOIN} HTTP/1.1\r\nHost: x\r\n{body}")
            report.check(f"{name} is a bad request", reply.startswith(b"HTTP/1.1 400") and b"errcode" in reply, str(reply))
        report.check("and no error of the server's", " error " not in server.text(), server.text())


def sent(path, text):
    """What comes back until the connection ends, when nothing else is sent."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(PATIENCE)
        client.connect(str(path))
        client.sendall(text.encode())
        client.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: client.recv(4096), b""))
