using Xunit;

namespace Kosmopolit.Tests.Platform.Geography;

/// <summary>Questions as people type them, and what must be heard in them: no less, and no more.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("får jag bjuda en saudisk kund på lunch under ramadan?", "Country:SA Topic:etiquette Topic:religion")]
    [InlineData("vem kan tullen i Vietnam", "Topic:customs Country:VN")]
    [InlineData("bodde i Jugoslavien", "FormerState:YUCS")]
    [InlineData("Iranhandel", "Country:IR Sector:G Topic:business")]
    [InlineData("saudiarabisk kund", "Country:SA")]
    [InlineData("Irans tullregler", "Country:IR Topic:customs")]
    [InlineData("tullhantering och tullpapper i Irak", "Topic:customs Topic:customs Country:IQ")]
    [InlineData("affärsetikett i Japan", "Topic:etiquette Country:JP")]
    [InlineData("nordirakiska partner", "Country:IQ Topic:agents")]
    [InlineData("persisktalande tolk i Åre", "Language:fa Topic:language Municipality:2321")]
    [InlineData("Förenade Arabemiratens marknad", "Country:AE Topic:business")]
    [InlineData("polska kunder", "Country:PL Language:pl")]
    [InlineData("Någon som förstår persiskan", "Language:fa")]
    [InlineData("Ryssarna och tyskarna", "Country:RU Country:DE")]
    [InlineData("VEM KAN TULLEN I VIETNAM", "Topic:customs Country:VN")]
    public void Swedish(string question, string codes) => Assert.Equal(codes, Reference.Gazetteer.Find(question).Codes());

    [Theory]
    [InlineData("who speaks Farsi in Umea", "Language:fa Municipality:2480")]
    [InlineData("Someone who negotiates in Persian", "Topic:culture Language:fa Country:IR")]
    [InlineData("customs in Ho Chi Minh City", "Topic:customs City:VN")]
    [InlineData("Iran's market", "Country:IR Topic:business")]
    [InlineData("from Holland to the USA", "Country:NL Country:US")]
    [InlineData("guinea bissau or Guinea", "Country:GW Country:GN")]
    [InlineData("cote divoire", "Country:CI")]
    [InlineData("bribes in the U.S.A.?", "Topic:politics Country:US")]
    public void English(string question, string codes) => Assert.Equal(codes, Reference.Gazetteer.Find(question).Codes());

    [Theory]
    [InlineData("من يعرف السوق الإيراني", "Topic:business Country:IR")]
    [InlineData("هل تعرف قطر ومصر؟", "Country:QA Country:EG")]
    [InlineData("وللعراق وبالسعودية", "Country:IQ Country:SA")]
    [InlineData("التصدير للمملكة العربية السعودية", "Topic:business Country:SA")]
    [InlineData("شركة في أربيل", "Topic:business City:IQ")]
    [InlineData("آخر خبر من السويد", "Country:SE")]
    [InlineData("بأني كمان بعيد", "")]
    public void Arabic(string question, string codes) => Assert.Equal(codes, Reference.Gazetteer.Find(question).Codes());

    [Theory]
    [InlineData("چه کسی بازار عراق را می‌شناسد", "Country:IQ")]
    [InlineData("ایرانی‌ها", "Country:IR")]
    [InlineData("谁了解伊朗市场", "Country:IR")]
    [InlineData("ใครรู้จักตลาดเวียดนาม", "Country:VN")]
    [InlineData("Кто знает рынок Ирана?", "Country:IR")]
    [InlineData("የኢራን ገበያ", "Country:IR")]
    public void Other_languages(string question, string codes) => Assert.Equal(codes, Reference.Gazetteer.Find(question).Codes());

    [Theory]
    [InlineData("Vem finns här? Jag kan inte se var det är, men våra vänner var i fara.")]
    [InlineData("Vara eller inte vara, man måste fånga dagen och vända blad")]
    [InlineData("jag kan ha lån, han är ful och hon lett")]
    [InlineData("Are there any more of these that I can use? No, or it is in my car.")]
    [InlineData("Mark and Nora had a nice bath, more or less")]
    [InlineData("us and them: a series of letters is split at noon")]
    [InlineData("Most islands can be seen by the slave states")]
    [InlineData("IT and HR, TV or PR")]
    [InlineData("Västindien")]
    [InlineData("essentiell")]
    [InlineData("barista Maria och Marie i serien")]
    public void Everyday_words_are_no_places(string sentence) => Assert.Equal("", Reference.Gazetteer.Find(sentence).Codes());

    [Theory]
    [InlineData("en kund i Vara", "Municipality:1470")]
    [InlineData("från Ale", "Municipality:1440")]
    [InlineData("Marks kommun", "Municipality:1463")]
    [InlineData("Mark Lund i Lund", "Municipality:1281")]
    [InlineData("a customer in Nice", "City:FR")]
    [InlineData("Nora municipality", "Municipality:1884")]
    public void Words_that_stand_as_places_are_places(string sentence, string codes) =>
        Assert.Equal(codes, Reference.Gazetteer.Find(sentence).Codes());

    [Theory]
    [InlineData("tull IR", "Topic:customs Country:IR")]
    [InlineData("tull ir", "Topic:customs")]
    [InlineData("Tull SE och DK", "Topic:customs Country:SE Country:DK")]
    [InlineData("DETTA AR EN FRAGA TILL SE", "")]
    public void Codes_are_two_capitals_among_other_letters(string sentence, string codes) =>
        Assert.Equal(codes, Reference.Gazetteer.Find(sentence).Codes());

    [Fact]
    public void A_match_covers_the_word_with_its_endings_but_leaves_the_tail_of_a_compound()
    {
        Assert.Equal(["Irans"], Reference.Gazetteer.Find("om Irans kust").Select(match => match.Text));
        Assert.Equal(["Iran", "handel", "handel"], Reference.Gazetteer.Find("Iranhandel").Select(match => match.Text));
        Assert.Equal(["Co\u0302te d’Ivoire"], Reference.Gazetteer.Find("till Co\u0302te d’Ivoire!").Select(match => match.Text));
    }
}
