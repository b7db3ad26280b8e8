using Portal.Compute.Inference.OnnxRuntime;
using Portal.Compute.Native;
using Portal.Compute.Onnx;

namespace Portal.Compute.Tests.Inference;

public sealed class OnnxSessionTests
{
    [Fact]
    public void Run_WhenGivenFloats_ComputesForAnyBatch()
    {
        using var session = new OnnxSession(Chain("Neg", 1));

        foreach (var rows in new[] { 1, 3 })
        {
            using var input = OnnxTensor.Of<float>([.. Enumerable.Range(0, rows).Select(i => i + 0.5f)], rows, 1);
            using var output = session.Run([input]).Single();
            output.Shape.ShouldBe([rows, 1]);
            output.Span<float>().ToArray().ShouldBe(Enumerable.Range(0, rows).Select(i => -(i + 0.5f)));
        }
    }

    [Fact]
    public void OfStrings_KeepsAnyText()
    {
        string[] texts = ["", "plain", "عربي", "with\0zero", new string('x', 5000)];

        using var tensor = OnnxTensor.OfStrings(texts, texts.Length, 1);

        tensor.Strings().ShouldBe(texts);
    }

    [Fact]
    public void OfStrings_WhenAllAreEmpty_GivesThemBack()
    {
        using var tensor = OnnxTensor.OfStrings(["", ""], 2);

        tensor.Strings().ShouldBe(["", ""]);
    }

    [Fact]
    public void Of_KeepsEveryElementType()
    {
        using var longs = OnnxTensor.Of<long>([1, long.MinValue], 2);
        using var doubles = OnnxTensor.Of<double>([1e300], 1, 1);
        using var booleans = OnnxTensor.Of<bool>([true, false], 2);

        longs.Span<long>().ToArray().ShouldBe([1, long.MinValue]);
        doubles.Span<double>()[0].ShouldBe(1e300);
        booleans.Span<bool>().ToArray().ShouldBe([true, false]);
        Should.Throw<InvalidOperationException>(() => { _ = longs.Span<float>(); });
    }

    [Fact]
    public void Of_WhenShapeHoldsAnotherNumber_Throws() =>
        Should.Throw<ArgumentException>(() => OnnxTensor.Of<float>([1, 2, 3], 2, 1));

    [Fact]
    public void Run_WhenAnInputIsMissing_SaysWhich()
    {
        using var session = new OnnxSession(Chain("Neg", 1));

        var error = Should.Throw<OnnxRuntimeException>(() => session.Run([null]));

        error.Code.ShouldBe(OnnxErrorCode.MissingInput);
        error.Message.ShouldContain("\"x\"");
    }

    [Fact]
    public void Run_WhenAnInputHasAnotherType_Refuses()
    {
        using var session = new OnnxSession(Chain("Neg", 1));
        using var input = OnnxTensor.Of<long>([1], 1, 1);

        Should.Throw<OnnxRuntimeException>(() => session.Run([input])).Code.ShouldBe(OnnxErrorCode.InvalidArgument);
    }

    [Fact]
    public void Construct_WhenTheModelIsNoModel_Refuses() =>
        Should.Throw<OnnxRuntimeException>(() => new OnnxSession("no model"u8)).Code
            .ShouldBe(OnnxErrorCode.InvalidProtobuf);

    [Fact]
    public void Metadata_ComesFromTheModel()
    {
        using var session = new OnnxSession(Chain("Neg", 1));

        session.Metadata.Producer.ShouldBe("portal");
        session.Metadata.Custom["owner"].ShouldBe("تجربة");
        session.Inputs.Single().Shape.ShouldBe([-1, 1]);
        session.Inputs.Single().DimensionNames[0].ShouldBe("batch");
    }

    [Fact]
    public async Task Run_WhenCancelledFromAnotherThread_Ends()
    {
        // Long enough that it cannot end by itself before it is told to.
        using var session = new OnnxSession(Chain("Erf", 3000), new OnnxSessionOptions { Optimise = false });
        using var input = OnnxTensor.Of<float>(new float[400_000], 400_000, 1);
        using var source = new CancellationTokenSource();

        var run = Task.Run(() => session.Run([input], source.Token));
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
    }

    [Fact]
    public void Run_AfterDispose_Throws()
    {
        var session = new OnnxSession(Chain("Neg", 1));
        session.Dispose();
        using var input = OnnxTensor.Of<float>([1], 1, 1);

        Should.Throw<ObjectDisposedException>(() => session.Run([input]));
    }

    [Fact]
    public void Load_WhenALibraryIsNotThere_SaysWhatToDo()
    {
        var missing = Should.Throw<NativeLibraryMissingException>(
            () => NativeLibraries.Load(new NativeEngine("libdoesnotexist.so.9", [])));

        missing.Library.ShouldBe("libdoesnotexist.so.9");
        missing.Message.ShouldContain(NativeLibraries.FolderVariable);
        NativeLibraries.TryLoad(new NativeEngine("libdoesnotexist.so.9", []), out var reason).ShouldBeFalse();
        reason.ShouldBe(missing.Message);
    }

    private static byte[] Chain(string operation, int length)
    {
        var graph = new OnnxGraphBuilder("chain");
        graph.Input("x", OnnxElementType.Float, 1);
        for (var i = 0; i < length; i++)
        {
            graph.Node(operation, [i == 0 ? "x" : $"n{i}"], i == length - 1 ? "y" : $"n{i + 1}");
        }

        graph.Output("y", OnnxElementType.Float, 1);
        return graph.ToBytes([new("owner", "تجربة")]);
    }
}
