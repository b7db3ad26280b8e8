namespace Portal.Grains.Embedded;

internal sealed class Completion<T>(Func<Task<T>, object> shape) : Completion
{
    // Continuations must not run inside the callee's turn.
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override object Returned => shape(_source.Task);

    public override bool IsCompleted => _source.Task.IsCompleted;

    public override bool TrySetResult(object? result) => _source.TrySetResult(result is null ? default! : (T)result);

    public override bool TrySetException(Exception exception) => _source.TrySetException(exception);

    public override bool TrySetCanceled(CancellationToken cancellationToken) =>
        _source.TrySetCanceled(cancellationToken);
}
