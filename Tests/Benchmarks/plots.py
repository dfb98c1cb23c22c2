"""How cost grows: plots for the documentation, as SVG."""

import math

from building import ROOT

FOLDER = ROOT / "Sources/Gatehouse/Gatehouse.docc/Plots"
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 360, 80, 50, 40, 150
COLOURS = ["#0b6e4f", "#c8553d", "#3d5a80", "#8d6a9f"]


def plot(results):
    """Draws what there are results for."""
    FOLDER.mkdir(exist_ok=True)
    for name, (title, across, up, lines) in plots(results).items():
        lines = {label: points for label, points in lines.items() if len(points) > 1}
        if lines:
            (FOLDER / f"{name}.svg").write_text(drawn(title, across, up, lines))


def plots(r):
    def line(pattern, counts, scale=lambda value, count: value):
        return [(count, scale(r[pattern.format(count)], count)) for count in counts if pattern.format(count) in r]

    modules, loads = (1, 10, 100, 1000), (1, 10, 100, 300, 1000)
    return {
        "dispatch-modules": ("Time of one dispatch", "modules", "ns", {
            "C loop": line("chain {}: loop", modules), "chain engine": line("chain {}: gatehouse", modules),
            "typed call": line("typed {}: gatehouse", (1, 10, 100)), "apr_hooks": line("chain {}: apr_hooks", modules)}),
        "dispatch-threads": ("Calls a second, all threads together", "threads", "calls/s", {
            f"{count} modules": [(1, 1e9 / r[f"threads {count}: one"]), (2, 1e9 / r[f"threads {count}: two"])]
            for count in (1, 10) if f"threads {count}: two" in r}),
        "event-size": ("Reading an event from JSON", "bytes", "ns", {
            "Gatehouse, validated": line("event {}: gatehouse", (600, 1000, 4000, 16000)),
            "simdjson on demand": line("event {}: on demand", (600, 1000, 4000, 16000))}),
        "load-time": ("Loading modules", "modules", "ms", {
            "Gatehouse": line("loading {}: load", loads, lambda value, _: value / 1e6),
            "bare dlopen": line("loading {}: open", loads, lambda value, _: value / 1e6)}),
        "load-memory": ("Private memory of modules", "modules", "KB", {
            "Gatehouse": line("memory {}: load", loads), "bare dlopen": line("memory {}: open", loads)}),
    }


def drawn(title, across, up, lines):
    x, y = axis([p[0] for l in lines.values() for p in l]), axis([p[1] for l in lines.values() for p in l])
    parts = [text(WIDTH / 2, 22, title, "middle", 16), text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, across, "middle")]
    parts.append(text(12, TOP - 10, up))
    for value in x["ticks"]:
        at = place(value, x, LEFT, WIDTH - RIGHT)
        parts += [rule(at, TOP, at, HEIGHT - BOTTOM), text(at, HEIGHT - BOTTOM + 18, label(value), "middle")]
    for value in y["ticks"]:
        at = place(value, y, HEIGHT - BOTTOM, TOP)
        parts += [rule(LEFT, at, WIDTH - RIGHT, at), text(LEFT - 6, at + 4, label(value), "end")]
    for (name, points), colour in zip(lines.items(), COLOURS):
        places = [(place(a, x, LEFT, WIDTH - RIGHT), place(b, y, HEIGHT - BOTTOM, TOP)) for a, b in points]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in places]
    for row, (name, colour) in enumerate(zip(lines, COLOURS)):
        parts.append(text(WIDTH - RIGHT + 12, TOP + 12 + 18 * row, name, colour=colour))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>{"".join(parts)}</svg>\n')


def axis(values):
    """Powers of ten around the values; few values far from those are ticks themselves."""
    if max(values) / min(values) <= 4:
        return {"from": 0, "to": max(values) * 1.1, "ticks": sorted(set(values)), "log": False}
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return {"from": low, "to": high, "ticks": [10**power for power in range(low, high + 1)], "log": True}


def place(value, axis, start, end):
    value = math.log10(value) if axis["log"] else value
    return start + (value - axis["from"]) / (axis["to"] - axis["from"]) * (end - start)


def label(value):
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def text(x, y, words, anchor="start", size=12, colour="#222"):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def rule(x1, y1, x2, y2):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'
