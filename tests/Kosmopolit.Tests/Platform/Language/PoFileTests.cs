using Kosmopolit.Platform.Language;

namespace Kosmopolit.Tests.Platform.Language;

public sealed class PoFileTests
{
    [Fact]
    public void A_message_is_read() =>
        Assert.Equal("hej", Assert.Single(PoFile.Parse("msgid \"hello\"\nmsgstr \"hej\"\n")).Translations[0]);
}
