using System.Text.RegularExpressions;

namespace Portal.Architecture.Tests.Repository;

/// <summary>Finds members with a body in a file: methods, constructors, operators, properties with code.</summary>
internal static partial class MemberScanner
{
    /// <summary>Each member's first line, from 1, its name and how many lines it has, header included.</summary>
    public static IEnumerable<(int Line, string Name, int Lines)> Members(string code)
    {
        var open = new Stack<(bool IsType, int Header, string Name)>();
        var start = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is ';')
            {
                start = i + 1;
            }
            else if (code[i] is '{')
            {
                var header = code[start..i];
                var inType = !open.TryPeek(out var outer) || outer.IsType;
                open.Push((inType && TypeHeader().IsMatch(header), FirstCode(code, start, i), NameOf(header)));
                start = i + 1;
            }
            else if (code[i] is '}' && open.TryPop(out var block))
            {
                if (!block.IsType && block.Name.Length > 0 && open.TryPeek(out var owner) && owner.IsType)
                {
                    var first = LineOf(code, block.Header);
                    yield return (first, block.Name, LineOf(code, i) - first + 1);
                }

                start = i + 1;
            }
        }
    }

    private static int FirstCode(string code, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(code[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>Empty for a table of values, which is no code.</summary>
    private static string NameOf(string header)
    {
        if (Initializer().IsMatch(header))
        {
            return "";
        }

        var method = MethodName().Match(header);
        return method.Success ? method.Groups[1].Value : header.Trim().Split(' ')[^1];
    }

    private static int LineOf(string code, int index) => 1 + code.AsSpan(0, index).Count('\n');

    [GeneratedRegex(@"\b(class|struct|interface|record|enum|namespace)\s+[\w.<]")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"=\s*new\b[^;]*$")]
    private static partial Regex Initializer();

    [GeneratedRegex(@"(\w+)\s*(<[^()]*>)?\s*\(")]
    private static partial Regex MethodName();
}
