using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Deployments;

/// <summary>Makes an endpoint: lower-case letters, digits and hyphens, 3 to 63 characters.</summary>
[GenerateSerializer, Immutable, Alias("portal.CreateDeployment")]
public sealed record CreateDeployment([property: Id(0)] string Endpoint, [property: Id(1)] string Environment)
    : ICreateCommand;

/// <summary>Sends a version to an endpoint.</summary>
[GenerateSerializer, Immutable, Alias("portal.DeployVersion")]
public sealed record DeployVersion([property: Id(0)] ModelId Model, [property: Id(1)] int Version);

/// <summary>Goes back to what answered before.</summary>
[GenerateSerializer, Immutable, Alias("portal.RollBack")]
public sealed record RollBack([property: Id(0)] string Reason);

/// <summary>What the serving nodes made of a revision.</summary>
[GenerateSerializer, Immutable, Alias("portal.ConcludeRevision")]
public sealed record ConcludeRevision(
    [property: Id(0)] int Revision, [property: Id(1)] string? FailureCode, [property: Id(2)] string? FailureMessage);

/// <summary>Takes an endpoint away.</summary>
[GenerateSerializer, Immutable, Alias("portal.StopDeployment")]
public sealed record StopDeployment([property: Id(0)] string Reason);

/// <summary>What a command on a deployment answers.</summary>
[GenerateSerializer, Immutable, Alias("portal.DeploymentAnswer")]
public sealed record DeploymentAnswer(
    [property: Id(0)] DeploymentId Id, [property: Id(1)] string Endpoint, [property: Id(2)] int Revision);
