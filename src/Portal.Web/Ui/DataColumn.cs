using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui;

/// <summary>A column of a <see cref="DataTable{TItem}"/>.</summary>
public sealed class DataColumn<TItem> : ComponentBase, IDisposable
{
    /// <summary>Heading.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The cell as text, written out in the reader's culture.</summary>
    [Parameter]
    public Func<TItem, string?>? Text { get; set; }

    /// <summary>The cell as markup; goes before <see cref="Text"/>.</summary>
    [Parameter]
    public RenderFragment<TItem>? ChildContent { get; set; }

    /// <summary>What the column sorts by; without it the column does not sort.</summary>
    [Parameter]
    public Func<TItem, IComparable?>? SortBy { get; set; }

    /// <summary>A figure: at the end of its cell, digits of one width.</summary>
    [Parameter]
    public bool Number { get; set; }

    [CascadingParameter]
    internal DataTable<TItem>? Table { get; set; }

    internal string? AlignClass => Number ? "figure" : null;

    /// <inheritdoc />
    public void Dispose() => Table?.Remove(this);

    internal RenderFragment Cell(TItem item) =>
        ChildContent?.Invoke(item) ?? (builder => builder.AddContent(0, Text?.Invoke(item)));

    /// <inheritdoc />
    protected override void OnInitialized() => Table?.Add(this);
}
