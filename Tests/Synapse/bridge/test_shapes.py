import asyncio
import unittest

from gatehouse_synapse.catalogue import Callback
from gatehouse_synapse.shapes import Shapes


def callback(name, **options):
    return Callback("category", name, (), "login", False, ("module",), frozenset(), **options)


class ShapesTests(unittest.TestCase):
    def setUp(self):
        self.calls, self.answers, self.left = [], {}, []
        self.shapes = Shapes(self.forward, lambda function, argument: self.left.append((function, argument)))

    def forward(self, name):
        async def call(*arguments):
            self.calls.append((name, *arguments))
            return self.answers.get(name)

        call.__name__ = name
        return call

    def test_most_callbacks_are_plain_functions(self):
        self.assertEqual(self.shapes.shape(callback("on_logged_out")).__name__, "on_logged_out")

    def test_logins_are_checked_by_their_type(self):
        checkers = self.shapes.shape(callback("auth_checkers", login_types={"m.a": ["x", "y"], "m.b": []}))
        self.assertEqual(set(checkers), {("m.a", ("x", "y")), ("m.b", ())})

    def check(self, answer):
        self.answers["check_3pid_auth"] = answer
        return asyncio.run(self.shapes.shape(callback("check_3pid_auth"))("email", "a@b", "secret"))

    def test_nobody_or_somebody_has_logged_in(self):
        self.assertIsNone(self.check(None))
        self.assertEqual(self.check(("@a:b", None)), ("@a:b", None))

    def test_a_cookie_comes_back_with_the_response_to_the_login(self):
        _, post_login = self.check(("@a:b", 7))
        response = {"user_id": "@a:b"}
        asyncio.run(post_login(response))
        self.assertEqual(self.calls[-1], ("post_login", 7, response))
        del post_login
        self.assertEqual(self.left, [])

    def test_a_cookie_comes_back_when_the_login_went_no_further(self):
        login = self.check(("@a:b", 7))
        del login
        self.assertEqual([(function.__name__, cookie) for function, cookie in self.left], [("post_login_unused", 7)])

    def update(self, answer, error=None):
        async def step():
            async with self.shapes.shape(callback("on_update"))("name", "master", False) as milliseconds:
                if error:
                    raise error
                return milliseconds

        self.answers["on_update"] = answer
        return asyncio.run(step())

    def test_a_step_of_an_update_has_its_time(self):
        self.assertEqual(self.update((100, None)), 100)
        self.assertEqual(self.calls, [("on_update", "name", "master", False)])

    def test_the_module_is_told_when_its_step_is_over_and_how_it_ended(self):
        self.update((100, 7))
        with self.assertRaises(RuntimeError):
            self.update((100, 8), RuntimeError("disk full"))
        left = [call for call in self.calls if call[0] == "on_update_left"]
        self.assertEqual(left, [("on_update_left", 7, None), ("on_update_left", 8, "disk full")])


if __name__ == "__main__":
    unittest.main()
