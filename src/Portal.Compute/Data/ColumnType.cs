using System.Text.Json.Serialization;

namespace Portal.Compute.Data;

/// <summary>What the values of a column are taken for. Stored as its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
public enum ColumnType
{
    /// <summary>Whole numbers. Read into a <see cref="NumericColumn"/>.</summary>
    Integer,

    /// <summary>Decimal numbers with a point. Read into a <see cref="NumericColumn"/>.</summary>
    Number,

    /// <summary>
    /// Two words: true/false, yes/no, y/n, t/f in any case. Read into a <see cref="CategoryColumn"/> whose levels keep
    /// the file's spelling, the false one first.
    /// </summary>
    Boolean,

    /// <summary>Few distinct strings. Read into a <see cref="CategoryColumn"/>.</summary>
    Category,

    /// <summary>Many distinct strings, such as names, comments or identifiers. Not a feature by default.</summary>
    Text,

    /// <summary>Calendar dates or times. Read into a <see cref="NumericColumn"/> of days since 1970-01-01.</summary>
    Date,
}
