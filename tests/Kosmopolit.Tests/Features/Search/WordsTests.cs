using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Xunit;

namespace Kosmopolit.Tests.Features.Search;

/// <summary>One world, many spellings: whatever way a word is written, it finds what is meant, and not its neighbour.</summary>
public sealed class WordsWorld : IAsyncLifetime
{
    public SearchHouse House { get; } = new();

    public Dictionary<string, Guid> Ids { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        var reza = Someone("reza", "Reza Karimi")
            .Knows("IR", Audience.Public, Basis.Traded, Topics.Customs | Topics.Culture, "Läser tulldokument på persiska", 2025);
        reza.Speaks("fa", Cefr.C2, Audience.Public).Offers("Hjälper till med tullhandlingar", municipality: "2480");
        var studied = Someone("studied", "Sara Ek")
            .Knows("IR", Audience.Public, Basis.Studied)
            .Offers("Föreläser om handel", municipality: "2480");
        var linh = Someone("linh", "Nguyễn Thị Linh")
            .Knows("VN", Audience.Public, Basis.Worked, Topics.Contracts)
            .Offers("Förhandlar om kläder av ull i Đà Nẵng");
        var olena = Someone("olena", "Олена Шевченко").Knows("UA", Audience.Public).Offers("Консультации по логистике и перевозкам", "ru");
        var hassan = Someone("hassan", "حسن الموسوي").Knows("IQ", Audience.Public).Offers("أساعد في تخليص البضائع في ميناء أم قصر", "ar");
        var chen = Someone("chen", "陈伟").Knows("CN", Audience.Public).Offers("帮助瑞典公司进入中国市场", "zh");
        var somchai = Someone("somchai", "สมชาย ใจดี").Knows("TH", Audience.Public).Offers("ช่วยบริษัทสวีเดนส่งออกอาหารทะเล", "th");
        var goran = Someone("goran", "Goran Petrović").Knows("YUCS", Audience.Public, Basis.Traded).Offers("Köper maskiner");
        await House.Store(reza, studied, linh, olena, hassan, chen, somchai, goran);
        var firm = SearchHouse.Firm("Väven i Lycksele AB", Audience.Public, linh);
        firm.Place(
            new("2481", Audience.Public),
            new("1320", Audience.Public),
            new(SizeClass.UpTo9, Audience.Public),
            new("", Audience.OnlyMe)
        );
        firm.Trade(new(ExportStatus.Exporting, Audience.Public), [new ExportMarket(firm.Id, "NO", 2019, Audience.Public)]);
        Ids["firm"] = firm.Id;
        await House.Store(firm);
        await House.CatchUp();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private Member Someone(string key, string name)
    {
        var person = SearchHouse.Person(name, Audience.Public);
        Ids[key] = person.Id;
        return person;
    }
}

[UsesDatabase]
public sealed class WordsTests(WordsWorld world) : IClassFixture<WordsWorld>
{
    [Theory]
    // Countries and languages by any name, inflection and script.
    [InlineData("vem kan Iran?", "reza")]
    [InlineData("who knows Persia", "reza")]
    [InlineData("IRAN", "reza")]
    [InlineData("ایران", "reza")]
    [InlineData("إيران", "reza")]
    [InlineData("ايران", "reza")]
    [InlineData("من يعرف السوق الإيراني", "reza")]
    [InlineData("someone who negotiates in Persian", "reza")]
    [InlineData("who speaks Farsi in Umea", "reza")]
    [InlineData("persiska Umeå", "reza")]
    [InlineData("Viet Nam", "linh")]
    [InlineData("customs in Ho Chi Minh City", "linh")]
    [InlineData("Jugoslavien", "goran")]
    [InlineData("Bosnien", "goran")]
    // Inflection, compounds and pieces of them.
    [InlineData("tulldokumenten", "reza")]
    [InlineData("tullhandling", "reza")]
    [InlineData("handlingar", "reza")]
    [InlineData("ullkläder", "linh")]
    [InlineData("förhandla kläder", "linh")]
    [InlineData("maskin", "goran")]
    // Accents, letter variants and scripts.
    [InlineData("Nguyen", "linh")]
    [InlineData("da nang", "linh")]
    [InlineData("Petrovic", "goran")]
    [InlineData("логистика", "olena")]
    [InlineData("перевозок", "olena")]
    [InlineData("البضائع", "hassan")]
    [InlineData("بضائع", "hassan")]
    [InlineData("ام قصر", "hassan")]
    [InlineData("中国市场", "chen")]
    [InlineData("瑞典", "chen")]
    [InlineData("อาหารทะเล", "somchai")]
    // A slip of the finger.
    [InlineData("tulldokumment", "reza")]
    public async Task A_word_finds_whom_it_means_first(string text, string key)
    {
        var answer = await world.House.Find(new SearchQuestion(text, Kinds.Person));
        Assert.NotEmpty(answer.Hits);
        Assert.Equal(world.Ids[key], answer.Hits[0].Id);
    }

    [Theory]
    [InlineData("vem kan Chile")]
    [InlineData("who speaks Finnish")]
    [InlineData("gruvmaskinist")]
    [InlineData("محاسب")]
    [InlineData("会计师")]
    public async Task What_nobody_told_finds_nobody(string text) =>
        Assert.Empty((await world.House.Find(new SearchQuestion(text, Kinds.Person))).Hits);

    [Fact]
    public async Task First_hand_and_recent_knowledge_comes_before_studies()
    {
        var answer = await world.House.Find(new SearchQuestion("Iran", Kinds.Person));
        Assert.Equal([world.Ids["reza"], world.Ids["studied"]], answer.People());
    }

    [Fact]
    public async Task Who_declared_the_topic_comes_before_who_only_writes_the_name_of_the_city()
    {
        await using var house = new SearchHouse();
        await house.InitializeAsync();
        var writes = SearchHouse.Person("One", Audience.Public).Knows("VN", Audience.Public, note: "Sålde kläder i Ho Chi Minh City");
        var knows = SearchHouse.Person("Two", Audience.Public).Knows("VN", Audience.Public, topics: Topics.Customs);
        var elsewhere = SearchHouse.Person("Three", Audience.Public).Knows("TH", Audience.Public, topics: Topics.Customs);
        await house.Store(writes, knows, elsewhere);
        await house.CatchUp();
        var answer = await house.Find(new SearchQuestion("customs in Ho Chi Minh City", Kinds.Person));
        Assert.Equal([knows.Id, writes.Id], answer.People());
    }

    [Fact]
    public async Task A_word_of_a_topic_also_finds_those_who_write_it_without_declaring_the_topic()
    {
        await using var house = new SearchHouse();
        await house.InitializeAsync();
        var declares = SearchHouse.Person("One", Audience.Public).Knows("TR", Audience.Public, topics: Topics.Religion);
        var writes = SearchHouse.Person("Two", Audience.Public).Offers("Säljer halalkött till restauranger");
        await house.Store(declares, writes);
        await house.CatchUp();
        var answer = await house.Find(new SearchQuestion("halal", Kinds.Person));
        Assert.Equal(new[] { declares.Id, writes.Id }.Order(), answer.People().Order());
    }

    [Fact]
    public async Task The_country_itself_comes_first_and_says_that_it_is_the_one()
    {
        var answer = await world.House.Find("Vietnam");
        Assert.Equal((Kinds.Country, "VN"), (answer.Hits[0].Kind, answer.Hits[0].Key));
        Assert.Contains(new WhyIs("VN"), answer.Hits[0].Why);
        Assert.Equal(1, answer.TotalsByKind[Kinds.Country]);
    }

    [Theory]
    [InlineData("Suomi", "FI")]
    [InlineData("Tyskland", "DE")]
    [InlineData("Allemagne", "DE")]
    [InlineData("日本", "JP")]
    [InlineData("Vitryssland", "BY")]
    [InlineData("Teheran", "IR")]
    public async Task A_country_is_found_by_its_name_in_any_language_and_by_its_capital(string text, string code) =>
        Assert.Equal(code, (await world.House.Find(new SearchQuestion(text, Kinds.Country))).Hits[0].Key);

    [Fact]
    public async Task A_hit_says_why_from_what_the_reader_may_see()
    {
        var hit = (await world.House.Find(new SearchQuestion("vem kan tullen i Iran på persiska", Kinds.Person))).Hits[0];
        var market = Assert.Single(hit.Why.OfType<WhyMarket>());
        Assert.Equal(("IR", Basis.Traded, 2025), (market.Country, market.Basis, market.LastContact));
        Assert.Contains(new WhyLanguage("fa", Cefr.C2), hit.Why);
    }

    [Fact]
    public async Task A_snippet_marks_the_words_where_they_stand()
    {
        // Not meant as the topic: then the word itself is the reason.
        var hit = (await world.House.Find(new SearchQuestion("tulldokument", Kinds.Person) { Ignore = ["customs"] })).Hits[0];
        var mark = Assert.Single(hit.Snippet!.Marks);
        Assert.Equal("tulldokument", hit.Snippet.Text.Substring(mark.Start, mark.Length));
        Assert.Contains(hit.Why, w => w is WhyText { Words: ["tulldokument"] });
    }

    [Fact]
    public async Task What_was_understood_can_be_ignored()
    {
        var answer = await world.House.Find(new SearchQuestion("Iran", Kinds.Person));
        Assert.Equal(new Understood(LeadKind.Country, "IR", "Iran"), Assert.Single(answer.Understood));
        var ignored = await world.House.Find(new SearchQuestion("Vietnam Iran", Kinds.Person) { Ignore = ["IR"] });
        Assert.Equal("VN", Assert.Single(ignored.Understood).Code);
        Assert.Equal(world.Ids["linh"], ignored.Hits[0].Id);
    }

    [Theory]
    [InlineData("NO", null, null, "firm")]
    [InlineData(null, "1320", null, "firm")]
    [InlineData(null, "13", null, "firm")]
    [InlineData(null, "C", null, "firm")]
    [InlineData(null, null, "2481", "firm")]
    [InlineData(null, null, "24", "firm")]
    public async Task A_firm_is_found_by_each_of_its_codes_and_their_wider_ones(string? country, string? sector, string? region, string key)
    {
        var answer = await world.House.Find(new SearchQuestion("", Kinds.Firm, country, Sector: sector, Region: region));
        Assert.Equal(world.Ids[key], Assert.Single(answer.Hits).Id);
        Assert.NotEmpty(answer.Hits[0].Why);
    }

    [Fact]
    public async Task A_topic_with_a_country_means_that_topic_of_that_country()
    {
        Assert.Single((await world.House.Find(new SearchQuestion("", Kinds.Person, "IR", "customs"))).Hits);
        Assert.Empty((await world.House.Find(new SearchQuestion("", Kinds.Person, "IR", "contracts"))).Hits);
        Assert.Single((await world.House.Find(new SearchQuestion("", Kinds.Person, Topic: "contracts"))).Hits);
    }

    [Fact]
    public async Task A_page_costs_the_same_few_statements_however_many_hits_it_has()
    {
        var one = await QueryCount.Of(() => world.House.Find(new SearchQuestion("", Kinds.Person) { Count = 1 }));
        var many = await QueryCount.Of(() => world.House.Find(new SearchQuestion("", Kinds.Person) { Count = 50 }));
        Assert.Equal(one, many);
        Assert.InRange(many, 1, 5);
    }

    [Fact]
    public async Task Countries_are_completed_in_the_readers_language_and_by_other_names()
    {
        Assert.Contains(new Completion(Kinds.Country, "VN", "Vietnam"), await world.House.Complete("vietn"));
        Assert.Contains(new Completion(Kinds.Country, "BY", "Belarus"), await world.House.Complete("vitryssland"));
        Assert.Contains(await world.House.Complete("Nguyen L"), c => c.Name == "Nguyễn Thị Linh");
        Assert.Empty(await world.House.Complete("  "));
        Assert.InRange((await world.House.Complete("a")).Count, 1, 8);
    }
}
