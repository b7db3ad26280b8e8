using System.Text;

namespace Portal.Architecture.Tests.Repository;

/// <summary>
/// Puts blanks over comments and the contents of literals, so that rules read code and not prose. What stands in the
/// holes of an interpolated string stays code.
/// </summary>
internal sealed class CodeBlanker
{
    private readonly string _source;
    private readonly StringBuilder _code;
    private int _at;

    private CodeBlanker(string source)
    {
        _source = source;
        _code = new StringBuilder(source);
    }

    public static string Blank(string source)
    {
        var blanker = new CodeBlanker(source);
        blanker.ReadCode(holeBraces: 0);
        return blanker._code.ToString();
    }

    /// <summary>Reads code to the end of the text, or of the hole that it stands in.</summary>
    private void ReadCode(int holeBraces)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            if (Sees("//"))
            {
                BlankTo(IndexAfter("\n", orEnd: true));
            }
            else if (Sees("/*"))
            {
                BlankTo(IndexAfter("*/", orEnd: true));
            }
            else if (Sees("'"))
            {
                ReadCharacter();
            }
            else if (StringStart() is { } start)
            {
                ReadString(start);
            }
            else
            {
                depth += _source[_at] switch { '{' => 1, '}' => -1, _ => 0 };
                if (holeBraces > 0 && depth < 0)
                {
                    _at += holeBraces;
                    return;
                }

                _at++;
            }
        }
    }

    private (int Dollars, int Quotes, bool Verbatim)? StringStart()
    {
        var i = _at;
        var (dollars, verbatim) = (0, false);
        while (i < _source.Length && _source[i] is '$' or '@')
        {
            dollars += _source[i] == '$' ? 1 : 0;
            verbatim |= _source[i] == '@';
            i++;
        }

        var quotes = 0;
        while (i + quotes < _source.Length && _source[i + quotes] == '"')
        {
            quotes++;
        }

        if (quotes == 0)
        {
            return null;
        }

        _at = i;
        // Two quotes are an empty literal, or one opening a verbatim string that begins with a doubled quote.
        return (dollars, quotes >= 3 && !verbatim ? quotes : 1, verbatim);
    }

    private void ReadString((int Dollars, int Quotes, bool Verbatim) start)
    {
        var end = new string('"', start.Quotes);
        _at += start.Quotes;
        while (_at < _source.Length && !(Sees(end) && !(start.Verbatim && Sees("\"\""))))
        {
            if (start.Verbatim && Sees("\"\""))
            {
                BlankTo(_at + 2);
            }
            else if (start is { Quotes: 1, Verbatim: false } && Sees("\\"))
            {
                BlankTo(_at + 2);
            }
            else if (start.Dollars > 0 && Sees("{"))
            {
                ReadBraces(start.Dollars, raw: start.Quotes > 1);
            }
            else
            {
                BlankTo(_at + 1);
            }
        }

        _at += start.Quotes;
    }

    /// <summary>In a raw string, as many braces as dollars open a hole; in others one does and two are text.</summary>
    private void ReadBraces(int dollars, bool raw)
    {
        var count = 0;
        while (_at + count < _source.Length && _source[_at + count] == '{')
        {
            count++;
        }

        var opens = raw ? count >= dollars : count % 2 == 1;
        if (!opens)
        {
            BlankTo(_at + count);
            return;
        }

        var braces = raw ? dollars : 1;
        BlankTo(_at + count - braces);
        _at += braces;
        ReadCode(braces);
    }

    private void ReadCharacter()
    {
        var end = _at + 1;
        while (end < _source.Length && _source[end] != '\'' && _source[end] != '\n')
        {
            end += _source[end] == '\\' ? 2 : 1;
        }

        _at++;
        BlankTo(Math.Min(end, _source.Length));
        _at++;
    }

    private bool Sees(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    private int IndexAfter(string text, bool orEnd)
    {
        var index = _source.IndexOf(text, Math.Min(_at + 2, _source.Length), StringComparison.Ordinal);
        return index < 0 && orEnd ? _source.Length : index + text.Length;
    }

    private void BlankTo(int end)
    {
        for (; _at < end && _at < _source.Length; _at++)
        {
            if (_source[_at] != '\n')
            {
                _code[_at] = ' ';
            }
        }
    }
}
