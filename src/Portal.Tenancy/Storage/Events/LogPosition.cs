namespace Portal.Tenancy.Storage.Events;

/// <summary>
/// Where an event stands in the order of its cell's log: epoch (raised by a restore), writing transaction, row. Rows
/// whose transaction is older than every running one never get a neighbour before them.
/// </summary>
public readonly record struct LogPosition(int Epoch, ulong Transaction, long Row) : IComparable<LogPosition>
{
    /// <summary>Before every event.</summary>
    public static LogPosition Start => default;

    /// <inheritdoc />
    public int CompareTo(LogPosition other) =>
        (Epoch, Transaction, Row).CompareTo((other.Epoch, other.Transaction, other.Row));

    public static bool operator <(LogPosition left, LogPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(LogPosition left, LogPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(LogPosition left, LogPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LogPosition left, LogPosition right) => left.CompareTo(right) >= 0;
}
