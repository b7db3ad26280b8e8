namespace Portal.Architecture.Tests.Repository;

public sealed class MemberScannerTests
{
    [Fact]
    public void Members_WhenMethodsAndBlocksAreNested_GivesMethodsWithTheirLines()
    {
        var code = """
            namespace A;

            public sealed class B(int c)
            {
                private int _d = 1;
                private static readonly Dictionary<int, int> I = new() { [1] = 1 };

                [X(1)]
                public int E<T>(int f)
                    where T : class
                {
                    if (f > 0)
                    {
                        return 1;
                    }

                    return new Y { Z = 2 };
                }

                private sealed record G
                {
                    public void H()
                    {
                    }
                }
            }
            """;
        MemberScanner.Members(code).ShouldBe([(8, "X", 11), (22, "H", 3)]);
    }
}
