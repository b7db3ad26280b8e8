using System.Collections.Frozen;

namespace Portal.Web.Ui;

/// <summary>The shapes of our icons, drawn on 24 × 24 by strokes.</summary>
internal static class IconShapes
{
    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["activity"] = """<path d="M3 12h4l3-8 4 16 3-8h4"/>""",
        ["alert"] = """<path d="M12 3 2.5 20h19L12 3Z"/><path d="M12 10v4"/><path d="M12 17h.01"/>""",
        ["archive"] =
            """<rect x="3" y="4" width="18" height="4" rx="1"/><path d="M5 8v11h14V8"/><path d="M10 12h4"/>""",
        ["arrow"] = """<path d="M5 12h14"/><path d="m13 6 6 6-6 6"/>""",
        ["bell"] = """<path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2Z"/><path d="M10 21h4"/>""",
        ["box"] =
            """<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9L12 3Z"/><path d="m4 7.5 8 4.5 8-4.5"/><path d="M12 12v9"/>""",
        ["chart"] = """<path d="M4 4v16h16"/><path d="M8 16v-4"/><path d="M12 16V8"/><path d="M16 16v-6"/>""",
        ["check"] = """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        ["check-circle"] = """<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.7L16 9.5"/>""",
        ["chevron"] = """<path d="m9 6 6 6-6 6"/>""",
        ["chevron-down"] = """<path d="m6 9 6 6 6-6"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>""",
        ["close"] = """<path d="M6 6l12 12"/><path d="M18 6 6 18"/>""",
        ["code"] = """<path d="m8 7-5 5 5 5"/><path d="m16 7 5 5-5 5"/>""",
        ["copy"] = """<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>""",
        ["database"] =
            """<ellipse cx="12" cy="5.5" rx="8" ry="3"/><path d="M4 5.5v13c0 1.7 3.6 3 8 3s8-1.3 8-3v-13"/>"""
            + """<path d="M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"/>""",
        ["download"] = """<path d="M12 4v11"/><path d="m7 11 5 5 5-5"/><path d="M4 20h16"/>""",
        ["edit"] = """<path d="M4 20h4L20 8l-4-4L4 16v4Z"/><path d="m14 6 4 4"/>""",
        ["eye"] =
            """<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/>"""
            + """<circle cx="12" cy="12" r="3"/>""",
        ["file"] = """<path d="M6 3h8l5 5v13H6V3Z"/><path d="M14 3v5h5"/>""",
        ["filter"] = """<path d="M3 5h18l-7 8v6l-4-2v-4L3 5Z"/>""",
        ["globe"] =
            """<circle cx="12" cy="12" r="9"/><path d="M3 12h18"/>"""
            + """<path d="M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>""",
        ["home"] = """<path d="m3.5 11 8.5-7 8.5 7"/><path d="M6 9.5V20h12V9.5"/><path d="M10 20v-6h4v6"/>""",
        ["inbox"] = """<path d="M4 13 6.5 5h11L20 13v6H4v-6Z"/><path d="M4 13h5l1 2.5h4l1-2.5h5"/>""",
        ["info"] = """<circle cx="12" cy="12" r="9"/><path d="M12 11v5"/><path d="M12 8h.01"/>""",
        ["key"] = """<circle cx="8" cy="15" r="4.5"/><path d="m11.5 11.5 8-8"/><path d="m16 7 3 3"/>""",
        ["lock"] = """<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>""",
        ["mail"] = """<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>""",
        ["menu"] = """<path d="M4 7h16"/><path d="M4 12h16"/><path d="M4 17h16"/>""",
        ["minus"] = """<path d="M5 12h14"/>""",
        ["moon"] = """<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/>""",
        ["more"] = """<path d="M5 12h.01"/><path d="M12 12h.01"/><path d="M19 12h.01"/>""",
        ["play"] = """<path d="M7 4.5 19 12 7 19.5v-15Z"/>""",
        ["plus"] = """<path d="M12 5v14"/><path d="M5 12h14"/>""",
        ["refresh"] =
            """<path d="M20 11a8 8 0 0 0-14-4.5L4 9"/><path d="M4 4v5h5"/><path d="M4 13a8 8 0 0 0 14 4.5L20 15"/>"""
            + """<path d="M20 20v-5h-5"/>""",
        ["rocket"] =
            """<path d="M9 15c-1.5-1.5-1.5-1.5 0-4 2.5-4.5 6-7 11-7 0 5-2.5 8.5-7 11-2.5 1.5-2.5 1.5-4 0Z"/>"""
            + """<path d="M9 11H5l-2 4h4"/><path d="M13 15v4l-4 2v-4"/><circle cx="15" cy="9" r="1.3"/>""",
        ["scroll"] =
            """<path d="M7 4h11v13a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-1h9v1a3 3 0 0 0 3 3"/><path d="M7 16V4"/>"""
            + """<path d="M10.5 8.5h4.5"/><path d="M10.5 12h4.5"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["settings"] =
            """<path d="M4 7h10"/><path d="M18 7h2"/><circle cx="16" cy="7" r="2"/><path d="M4 17h2"/>"""
            + """<path d="M10 17h10"/><circle cx="8" cy="17" r="2"/><path d="M4 12h16"/>""",
        ["shield"] =
            """<path d="M12 3 4.5 6v5.5c0 4.5 3 8 7.5 9.5 4.5-1.5 7.5-5 7.5-9.5V6L12 3Z"/>"""
            + """<path d="m8.5 12 2.5 2.5 4.5-5"/>""",
        ["side"] = """<rect x="3" y="4" width="18" height="16" rx="2"/><path d="M9 4v16"/>""",
        ["sign-out"] = """<path d="M10 4H5v16h5"/><path d="M9 12h11"/><path d="m16 8 4 4-4 4"/>""",
        ["sort"] = """<path d="m8 9 4-4 4 4"/><path d="m8 15 4 4 4-4"/>""",
        ["stop"] = """<rect x="6" y="6" width="12" height="12" rx="1.5"/>""",
        ["sun"] =
            """<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2"/><path d="M12 19.5v2"/>"""
            + """<path d="m5.3 5.3 1.4 1.4"/><path d="m17.3 17.3 1.4 1.4"/><path d="M2.5 12h2"/>"""
            + """<path d="M19.5 12h2"/><path d="m5.3 18.7 1.4-1.4"/><path d="m17.3 6.7 1.4-1.4"/>""",
        ["training"] =
            """<rect x="6" y="6" width="12" height="12" rx="2"/><rect x="10" y="10" width="4" height="4"/>"""
            + """<path d="M9 3v3"/><path d="M15 3v3"/><path d="M9 18v3"/><path d="M15 18v3"/><path d="M3 9h3"/>"""
            + """<path d="M3 15h3"/><path d="M18 9h3"/><path d="M18 15h3"/>""",
        ["trash"] = """<path d="M4 7h16"/><path d="M9 7V4h6v3"/><path d="m6 7 1 13h10l1-13"/>""",
        ["undo"] = """<path d="M9 7 4 12l5 5"/><path d="M4 12h11a5 5 0 0 1 0 10h-2"/>""",
        ["upload"] = """<path d="M12 16V5"/><path d="m7 9 5-5 5 5"/><path d="M4 20h16"/>""",
        ["user"] = """<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>""",
        ["users"] =
            """<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.8-3.7 3.3-5.5 6.5-5.5s5.7 1.8 6.5 5.5"/>"""
            + """<path d="M16 5.2a3.5 3.5 0 0 1 0 6.6"/><path d="M18 14.8c2 .8 3.1 2.5 3.6 5.2"/>""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, sorted.</summary>
    public static IEnumerable<string> Names => Shapes.Keys.Order(StringComparer.Ordinal);

    /// <summary>The SVG inside of an icon; a name that is none is a bug.</summary>
    public static string Of(string name) =>
        Shapes.TryGetValue(name, out var shape) ? shape : throw new ArgumentException($"There is no icon '{name}'.");
}
