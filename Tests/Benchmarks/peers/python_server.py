"""The same protocol in Python: a server that checks a sender against ten lists. Usage: python_server.py SOCKET ANSWER"""

import sys

from aiohttp import web

LISTS = [{f"@user{number:04}:example.org" for number in range(1000)} for _ in range(10)]


async def call(request):
    arguments = await request.json()
    if any(arguments["user_id"] in users for users in LISTS):
        return web.json_response({"outcome": "answered", "deny_code": "M_FORBIDDEN"})
    return web.Response(text=sys.argv[2], content_type="application/json")


def main():
    server = web.Application()
    server.router.add_post("/v1/call/{category}/{callback}", call)
    web.run_app(server, path=sys.argv[1], access_log=None, print=None)


if __name__ == "__main__":
    main()
