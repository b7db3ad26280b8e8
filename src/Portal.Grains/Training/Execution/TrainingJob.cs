using System.Collections.Immutable;
using Portal.Grains.Datasets;
using Portal.Grains.Models;

namespace Portal.Grains.Training.Execution;

/// <summary>All that a worker gets to know: no tenant, no name, no key.</summary>
internal sealed record TrainingJob
{
    /// <summary>Length of the CSV that follows.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its separator.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Its columns.</summary>
    public required ImmutableArray<DatasetColumn> Columns { get; init; }

    /// <summary>Names of those to read, the target among them.</summary>
    public required ImmutableArray<string> Read { get; init; }

    /// <summary>Those not read, with their reasons, for the report.</summary>
    public required ImmutableArray<PlanLeftOut> NotRead { get; init; }

    /// <summary>The column to predict.</summary>
    public required string Target { get; init; }

    /// <summary>The problem that the plan named.</summary>
    public required ProblemKind Problem { get; init; }

    /// <summary>Columns that a person chose, or null.</summary>
    public ImmutableArray<string>? Chosen { get; init; }

    /// <summary>The column that names the subject of a row.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>Decides the split and all sampling.</summary>
    public required long Seed { get; init; }
}

/// <summary>A round's figures, or one line of the log.</summary>
internal sealed record WorkerProgress(
    int? Round = null, int? RoundsMax = null, double? Train = null, double? Validation = null, string? Line = null);

/// <summary>Either the three files or a refusal.</summary>
internal sealed record WorkerAnswer(TrainedFiles? Files, WorkerRefusal? Refusal);

/// <summary>The graph, the report and the reference profile, byte by byte the same for the same job.</summary>
internal sealed record TrainedFiles(byte[] Onnx, byte[] Report, byte[] Reference);

/// <summary>An expected end without a model: another attempt would meet it again.</summary>
internal sealed record WorkerRefusal(string Code, string Message);
