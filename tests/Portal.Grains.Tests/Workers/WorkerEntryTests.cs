using System.Text;
using Portal.Grains.Workers;

namespace Portal.Grains.Tests.Workers;

public sealed class WorkerEntryTests
{
    [Fact]
    public async Task Run_WhenTheJobIsBroken_SaysWhereButQuotesNothing()
    {
        var job = Encoding.UTF8.GetBytes("{\"target\": \"Jane Doe\", oops");
        using var input = new MemoryStream();
        Frame.Write(input, 'j', job);
        input.Position = 0;
        using var faults = new StringWriter();

        var code = await WorkerEntry.RunAsync(["train"], input, Stream.Null, faults);

        code.ShouldBe(70);
        faults.ToString().ShouldContain("JsonException");
        faults.ToString().ShouldNotContain("oops");
        faults.ToString().ShouldNotContain("'o' is");
    }
}
