using Bunit;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;

namespace Portal.Web.Tests.Ui;

public sealed class ErrorPanelTests : ComponentTest
{
    [Fact]
    public void Render_WhenFieldsAreNamed_SaysRowAndColumn()
    {
        var error = new Invalid("csv-invalid", "Two faults.")
        {
            Fields = [new("number-expected", "“n/a” is no number.", Row: 4120, Column: "TotalCharges")],
        };

        var panel = Render<ErrorPanel>(p => p.Add(e => e.Error, error));

        panel.Find("li").TextContent.ShouldContain("Row 4120, column TotalCharges:");
        panel.Find("li").TextContent.ShouldContain("“n/a” is no number.");
    }

    [Fact]
    public void Render_WhenThereIsNoError_ShowsNothing() =>
        Render<ErrorPanel>(p => p.Add(e => e.Error, null)).Markup.Trim().ShouldBeEmpty();
}
