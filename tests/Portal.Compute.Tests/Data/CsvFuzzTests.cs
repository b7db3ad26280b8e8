using System.Text;
using System.Text.Json;
using Portal.Compute.Data;
using Portal.Compute.Numerics;

namespace Portal.Compute.Tests.Data;

public sealed class CsvFuzzTests
{
    private const string Alphabet = "a1,;\"\"\n\r\t| =-.é?7";

    [Fact]
    public async Task Profile_WhateverTheBytes_AnswersTheSameInWholeAndInPieces()
    {
        var random = new SplitMix64(20_240_601);
        var (profiled, refused) = (0, 0);
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = Draw(ref random, round);
            var limits = new CsvLimits { LineBytesMax = 200, FieldBytesMax = 50 };
            var options = new CsvProfileOptions { Limits = limits, Delimiter = ',' };

            var whole = await CsvProfiler.ProfileAsync(new MemoryStream(bytes), options);
            var pieces = await CsvProfiler.ProfileAsync(new PiecewiseStream(bytes, 7), options);

            Describe(pieces).ShouldBe(Describe(whole), $"round {round}");
            profiled += whole is CsvProfileOutcome.Profiled ? 1 : 0;
            refused += whole is CsvProfileOutcome.Refused ? 1 : 0;
        }

        profiled.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task WriteRow_WhateverTheText_IsReadBackUpToTheGuardAndTrimming()
    {
        var random = new SplitMix64(7);
        var cells = Enumerable.Range(0, 2_000).Select(_ => DrawText(ref random)).ToList();
        var stream = new MemoryStream();
        var writer = new CsvWriter(stream);
        await writer.WriteRowAsync(["text", "end"]);
        foreach (var cell in cells)
        {
            await writer.WriteRowAsync([cell, 1]);
        }

        await writer.FlushAsync();
        stream.Position = 0;
        var reader = await CsvReader.OpenAsync(stream, CsvLimits.Default, ',');
        foreach (var cell in cells)
        {
            (await reader.ReadAsync()).ShouldBeTrue();
            reader.Text(0).ShouldBe(CsvCell.Guard(cell).Trim(' ', '\t'));
        }

        reader.Errors.ShouldBeEmpty();
    }

    private static string Describe(CsvProfileOutcome outcome) => outcome is CsvProfileOutcome.Refused refused
        ? JsonSerializer.Serialize(refused.Errors)
        : JsonSerializer.Serialize(((CsvProfileOutcome.Profiled)outcome).Profile);

    private static byte[] Draw(ref SplitMix64 random, int round)
    {
        var rows = (int)random.NextBelow(12) + 1;
        var text = new StringBuilder("x,y\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(random.NextBelow(3) == 0 ? "\"q\"\"\n,\"" : "1");
            text.Append(',').Append(random.NextBelow(9)).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var hits = round % 4; hits > 0; hits--)
        {
            var at = random.NextBelow(bytes.Length);
            bytes[at] = random.NextBelow(4) == 0
                ? (byte)random.NextBelow(256)
                : (byte)(Alphabet[(int)random.NextBelow(Alphabet.Length)] & 0x7F);
        }

        return bytes;
    }

    private static string DrawText(ref SplitMix64 random)
    {
        var text = new StringBuilder();
        for (var length = random.NextBelow(8); length > 0; length--)
        {
            text.Append(Alphabet[(int)random.NextBelow(Alphabet.Length)]);
        }

        return text.ToString();
    }
}
