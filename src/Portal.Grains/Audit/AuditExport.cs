namespace Portal.Grains.Audit;

/// <summary>
/// An export that was granted and recorded. <paramref name="WriteAsync"/> writes it once, event by event, without
/// holding it in memory; when it has come to its end, that is recorded too.
/// </summary>
public sealed record AuditExport(
    string FileName, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);
