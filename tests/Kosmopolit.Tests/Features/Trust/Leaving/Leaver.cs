using System.Text;
using System.Text.Json;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Platform.Auth.Passkeys;
using Kosmopolit.Platform.Auth.Passwords;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Platform.Api;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>Somebody with rows in every table that can hold any, and words that stand nowhere else.</summary>
internal static class Leaver
{
    /// <summary>Words of hers that must be nowhere once she is gone.</summary>
    public static readonly string[] Words =
    [
        "veranda@example.org",
        "Zarathea",
        "Quibblefish offer",
        "Quibblefish look",
        "Quibblefish place",
        "Quibblefish note",
        "quibble@mail.example",
        "+46 70 987 65 43",
        "Quibblefish firm",
        "Quibblefish about",
        "Quibblefish token",
        LeaverInActivities.Told,
    ];

    public const string Email = "veranda@example.org";

    public static async Task<(Member Member, Firm Alone)> Settle(ApiWorld world)
    {
        var (house, now) = (world.House, world.House.Clock.GetUtcNow());
        var account = new Account(Email, "en", now);
        var member = new Member("zzzzzzzzzz", account.Id, new(Words[1], Audience.Public), now);
        member.ShowTo(Audience.Public);
        member.LiveIn(new("2480", Audience.Public));
        member.Give(new(Words[2], Audience.Public), "en");
        member.Seek(new(Words[3], Audience.Public), "en");
        member.Reach(new(Words[6], Audience.Public), new(Words[7], Audience.Public));
        member.WorkIn(new("4711", Audience.Public));
        member.Read(new("ar", Audience.Public));
        member.BeThere(new(Availability.Open, Audience.Public));
        member.Agree(Kosmopolit.Features.Members.Consents.Purpose.ShownToEveryone, 1, "en", now);
        member.Declare(
            new MarketKnowledge(member.Id, new("KM", Basis.Traded, 2001, null, Words[4], 2024), Audience.Public).About(
                Topics.Customs,
                Words[5],
                "en"
            )
        );
        member.Speak(new LanguageSkill(member.Id, "sw", Cefr.C1, Cefr.B2, Cefr.A2, Audience.Public));
        member.Join((await Network(world)).Id, now, Audience.MyNetwork);
        await house.Store(account, member);
        var alone = new Firm("yyyyyyyyyy", new(Words[8], Audience.Public), now);
        alone.ShowTo(Audience.Public);
        alone.Describe(new(Words[9], Audience.Public), "en");
        alone.Employ(member.Id, FirmRole.Owner, now, Audience.Public);
        alone.Trade(new(ExportStatus.Exporting, Audience.Public), [new ExportMarket(alone.Id, "NO", 2011, Audience.Public)]);
        alone.StandAt(new(ExportStatus.Preparing, Audience.Public), now, member.Id);
        await house.Store(alone);
        await Owe(world, account, member);
        await LeaverInQuestions.Settle(house, member, world.Me);
        await LeaverInActivities.Settle(house, (await Network(world)).Id, member, world.Me);
        await LeaverInNetworks.Settle(house, (await Network(world)).Id, account.Id, member, world.Me);
        return (member, alone);
    }

    /// <summary>Everything that stands in the database, as text.</summary>
    public static Task<string> Dump(House house) =>
        house.Ask(async db =>
        {
            var text = new StringBuilder();
            foreach (var table in db.Model.GetEntityTypes().Where(t => !t.IsOwned()))
            foreach (var row in await Rows(db, table.ClrType))
                text.AppendLine(JsonSerializer.Serialize(row, row.GetType(), Plain));
            return text.ToString();
        });

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles,
    };

    // What others owe her and she owes others: offices, tokens, mails, questions, looks, codes.
    private static async Task Owe(ApiWorld world, Account account, Member member)
    {
        var (house, now) = (world.House, world.House.Clock.GetUtcNow());
        var network = await Network(world);
        var (code, _) = SignInCode.Issue(Email, now);
        var (token, _) = AccessToken.Make(account.Id, Words[10], TokenScope.Read, now, now.AddDays(7));
        var (made, _) = Invitation.Make(network.Id, account.Id, "", now);
        var (sent, _) = Invitation.Make(network.Id, world.Me.AccountId!.Value, Email, now);
        var (used, _) = Invitation.Make(network.Id, world.Me.AccountId!.Value, "", now);
        used.Use(member.Id, now);
        var (moves, _, _) = AddressChange.Begin(account.Id, "quibble@mail.example", isFree: true, now);
        var key = Key(account.Id, now);
        var asked = new JoinRequest(member.Id, (await Other(world)).Id, null, now);
        asked.Send("Quibblefish note", now);
        await house.Store(
            code,
            token,
            made,
            sent,
            used,
            asked,
            moves,
            key,
            new Session(account.Id, SignedInBy.Code, "Firefox · Linux", now),
            new PasswordTry(Account.Normalise(Email), now),
            new Mandate(account.Id, Role.Coordinator, network.Id, now, "elected"),
            new OutgoingMail(Email, "Quibblefish note", "Quibblefish note", "", "en", now),
            new Kosmopolit.Features.Members.Contacts.ContactShown(
                member.Id,
                world.Me.AccountId!.Value,
                DateOnly.FromDateTime(now.UtcDateTime),
                Kosmopolit.Features.Members.Contacts.ShownBy.Page
            ),
            new Kosmopolit.Features.Members.Contacts.ContactShown(
                world.Me.Id,
                account.Id,
                DateOnly.FromDateTime(now.UtcDateTime),
                Kosmopolit.Features.Members.Contacts.ShownBy.Page
            )
        );
    }

    private static Passkey Key(Guid account, DateTimeOffset now) =>
        new()
        {
            CredentialId = [7, 7, 7],
            UserId = account,
            Data = new()
            {
                Name = "Quibblefish token",
                PublicKey = [1],
                CreatedAt = now,
                AttestationObject = [],
                ClientDataJson = [],
            },
        };

    private static Task<Kosmopolit.Features.Networks.Network> Network(ApiWorld world) =>
        world.House.Ask(db => db.Set<Kosmopolit.Features.Networks.Network>().SingleAsync(n => n.Slug == "norr"));

    private static Task<Kosmopolit.Features.Networks.Network> Other(ApiWorld world) =>
        world.House.Ask(db => db.Set<Kosmopolit.Features.Networks.Network>().SingleAsync(n => n.Slug == "soder"));

    private static Task<List<object>> Rows(KosmopolitDb db, Type table) =>
        (Task<List<object>>)
            typeof(Leaver)
                .GetMethod(nameof(All), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(table)
                .Invoke(null, [db])!;

    private static async Task<List<object>> All<T>(KosmopolitDb db)
        where T : class => [.. await db.Set<T>().AsNoTracking().ToListAsync()];
}
