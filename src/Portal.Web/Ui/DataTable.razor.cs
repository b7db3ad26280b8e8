using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui;

/// <summary>
/// A table for up to a few thousand rows: sorts and pages what it is given. On a phone each row becomes a block of
/// labelled lines.
/// </summary>
public sealed partial class DataTable<TItem> : ComponentBase
{
    private readonly List<DataColumn<TItem>> _columns = [];
    private DataColumn<TItem>? _sorted;
    private bool _descending;
    private int _page;

    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TItem> Items { get; set; }

    /// <summary>What the table lists; read aloud.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary><see cref="DataColumn{TItem}"/> elements.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Columns { get; set; }

    /// <summary>Where a row leads: its first cell becomes the link, and the whole row takes the click.</summary>
    [Parameter]
    public Func<TItem, string>? RowHref { get; set; }

    /// <summary>What tells rows apart; the item itself by default.</summary>
    [Parameter]
    public Func<TItem, object>? RowKey { get; set; }

    /// <summary>Rows on a page.</summary>
    [Parameter]
    public int PageSize { get; set; } = 50;

    /// <summary>Offers to fetch more from the server, where there is more.</summary>
    [Parameter]
    public EventCallback OnMore { get; set; }

    /// <summary>Shown in place of rows.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    private int Pages => (Items.Count + PageSize - 1) / PageSize;

    private IEnumerable<TItem> Shown
    {
        get
        {
            IEnumerable<TItem> rows = Items;
            if (_sorted?.SortBy is { } by)
            {
                rows = _descending
                    ? rows.OrderByDescending(by, Comparer<IComparable?>.Default)
                    : rows.OrderBy(by, Comparer<IComparable?>.Default);
            }

            return rows.Skip(Math.Min(_page, Math.Max(0, Pages - 1)) * PageSize).Take(PageSize);
        }
    }

    internal void Add(DataColumn<TItem> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(DataColumn<TItem> column)
    {
        if (_columns.Remove(column))
        {
            StateHasChanged();
        }
    }

    private object Key(TItem item) => RowKey?.Invoke(item) ?? item!; // A row without a key is its own.

    private string? SortOf(DataColumn<TItem> column) =>
        column.SortBy is null ? null : column != _sorted ? "none" : _descending ? "descending" : "ascending";

    private void Sort(DataColumn<TItem> column)
    {
        (_descending, _sorted, _page) = (_sorted == column && !_descending, column, 0);
    }
}
