"""A web server for tests: says its port, serves until its standard input ends. With arguments CERT KEY it speaks TLS."""

import json
import os
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


mails = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.path
        if path == "/json":
            self.say(200, json.dumps({"got": json.loads(body or b"null")}).encode(), "application/json")
        elif path == "/echo":
            words = [self.command, self.headers.get("X-Clerk", ""), body.decode()]
            self.say(200, " ".join(words).encode())
        elif path == "/mail":
            self.keep_mail(body)
        elif path == "/teapot":
            self.say(418, b'{"short":"stout"}')
        elif path == "/large":
            self.say(200, b"x" * 5000)
        elif path == "/slow":
            time.sleep(20)
            self.say(200, b"at last")
        elif path == "/dripping":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(20):
                self.send_part(b"x")
                time.sleep(1)
        elif path == "/there":
            self.say(302, b"", location="/echo")
        elif path.startswith("/round"):
            self.say(302, b"", location="/round" + str(int(path[6:] or 0) + 1))
        elif path == "/port":
            self.say(200, str(self.client_address[1]).encode())
        else:
            self.say(404, b"")

    def keep_mail(self, body):
        if self.command == "POST":
            mails.append(json.loads(body))
        self.say(200, json.dumps(mails).encode(), "application/json")

    do_GET = do_POST = do_PUT = answer

    def say(self, status, body, content_type="text/plain", location=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.send_part(body)

    def send_part(self, part):
        try:
            self.wfile.write(part)
            self.wfile.flush()
        except OSError:
            pass  # the client has gone away

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
if len(sys.argv) == 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)
