namespace Portal.Web.Ui;

/// <summary>Names what to do about each error code: <c>ErrorText.resx</c>, keyed by code, else by family.</summary>
public sealed class ErrorText;
