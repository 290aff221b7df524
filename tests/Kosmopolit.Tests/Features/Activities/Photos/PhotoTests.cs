using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Photos;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Pictures;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Platform.Pictures;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Kosmopolit.Tests.Features.Activities.Photos;

/// <summary>Pictures after an activity: from those who were there, of people who agreed, for those who may see them and nobody else.</summary>
[UsesDatabase]
public sealed class PhotoTests(Village village) : IClassFixture<Village>, IAsyncLifetime
{
    private static int _evenings;

    private readonly int _evening = Interlocked.Increment(ref _evenings);
    private Activity _held = null!;

    private string Berit => $"berit{_evening}@example.org";

    private string Karim => $"karim{_evening}@example.org";

    private string Lena => $"lena{_evening}@example.org";

    private string Photos => $"/activities/{_held.Id}/photos";

    public async ValueTask InitializeAsync()
    {
        var berit = await village.Settle(Berit, "Berit", village.Home);
        var karim = await village.Settle(Karim, "Karim", village.Home);
        await village.Settle(Lena, "Lena", village.Home);
        // Everybody may read it: even so its photos are not everybody's.
        _held = await village.Planned(berit, ActivityState.Held, a => a.Show(toEveryone: true, ""));
        await Seat(_held, karim);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_photo_comes_in_without_script_and_is_seen_by_those_it_is_for()
    {
        using var karim = await village.As(Karim);
        using var berit = await village.As(Berit);
        using var lena = await village.As(Lena);
        using var nils = await village.As(village.Neighbour);
        using var visitor = village.House.Reader();
        var page = await Bring(karim, Drawing.Photograph("65.584N 22.154E"), type: "image/jpeg", text: "Coffee after the ليل talk");
        var image = page.One(".photo-wall img");
        Assert.Equal(
            ("Coffee after the ليل talk", "lazy", "40", "60"),
            (image.GetAttribute("alt"), image.GetAttribute("loading"), image.GetAttribute("width"), image.GetAttribute("height"))
        );
        var address = image.GetAttribute("src")!;
        var shown = (await karim.Open(address)).Is(HttpStatusCode.OK);
        Assert.Equal("image/webp", shown.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var bytes = Encoding.Latin1.GetString(await shown.Response.Content.ReadAsByteArrayAsync(Until.Stopped));
        Assert.DoesNotContain("65.584N", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", bytes, StringComparison.OrdinalIgnoreCase);

        // By itself it is for those who were there and the organisers; at another activity's address it is nowhere.
        await Sees(address, (karim, true), (berit, true), (lena, false), (nils, false), (visitor, false));
        Assert.Single((await karim.Open($"/activities/{_held.Id}")).Html.QuerySelectorAll("#photos img[src$='.small.webp']"));
        Assert.Empty((await lena.Open($"/activities/{_held.Id}")).Html.QuerySelectorAll("#photos"));
        (await karim.Open(address.Replace(_held.Id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal))).Is(
            HttpStatusCode.NotFound
        );
        (await karim.Open(address.Replace("40x60", "41x60", StringComparison.Ordinal))).Is(HttpStatusCode.NotFound);

        // Its bringer widens it to the networks, no further, and takes that back.
        page = await karim.Submit(page.Form("form:has(button:contains('to the networks'))"));
        await Sees(address, (karim, true), (berit, true), (lena, true), (nils, false), (visitor, false));
        Assert.Single((await lena.Open($"/activities/{_held.Id}")).Html.QuerySelectorAll("#photos img"));
        Assert.Empty((await lena.Open(Photos)).Html.QuerySelectorAll("#bring, .photo-wall form"));
        await karim.Submit(page.Form("form:has(button:contains('Only for those'))"));
        await Sees(address, (karim, true), (lena, false));

        // They go with what they told about themselves, and an organiser takes away any.
        var everything = await village.House.By(Karim, s => s.GetRequiredService<EverythingArchive>().Pack(Until.Stopped));
        await using (var zip = new ZipArchive(new MemoryStream(everything!)))
            Assert.Contains(zip.Entries, e => e.FullName == $"pictures/{address.Split('/')[^1]}");
        await berit.Submit((await berit.Open(Photos)).Form("form:has(button:contains('Take it away'))"));
        (await karim.Open(address)).Is(HttpStatusCode.NotFound);
        Assert.Empty(await Brought());
    }

    [Fact]
    public async Task What_is_not_right_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var karim = await village.As(Karim);
        foreach (
            var (file, type, text, agreed, why) in new (byte[], string, string, bool, string)[]
            {
                ([], "image/png", "Coffee", true, "Choose a picture"),
                (Drawing.File(SKEncodedImageFormat.Png), "image/png", "", true, "for those who do not see it"),
                (Drawing.File(SKEncodedImageFormat.Png), "image/png", "Coffee <b>now</b>", true, "plain words"),
                (Drawing.File(SKEncodedImageFormat.Png), "image/png", "Coffee", false, "Ask everybody"),
                (Drawing.File(SKEncodedImageFormat.Png), "image/jpeg", "Coffee", true, "says that it is"),
                (Drawing.Bomb(15_000, 15_000), "image/png", "Coffee", true, "too many pixels"),
                (Drawing.Moving(), "image/gif", "Coffee", true, "Moving"),
                ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "image/png", "Coffee", true, "SVG"),
                (new byte[9_000_000], "image/png", "Coffee", true, "at most 8 MB"),
            }
        )
        {
            var page = await Bring(karim, file, type, text, agreed);
            Assert.Contains(why, page.One("#bring .refusal").TextContent, StringComparison.Ordinal);
            Assert.Equal(text, page.One("[name='Input.Text']").GetAttribute("value"));
            Assert.Equal(agreed, page.One("[name='Input.HaveAgreed']").HasAttribute("checked"));
        }
        Assert.Empty(await Brought());
    }

    [Fact]
    public async Task Only_who_was_there_brings_any_and_only_afterwards_and_not_without_end()
    {
        var (lena, berit) = (await Member(Lena), await Member(Berit));
        var ahead = await village.Planned(berit, ActivityState.Open);
        await Seat(ahead, await Member(Karim));
        Assert.Equal(RefusalKind.NotYours, (await Add(Karim, ahead))!.Kind);
        Assert.Equal(RefusalKind.NotYours, (await Add(Lena, _held))!.Kind);
        Assert.Equal(RefusalKind.NotYours, (await Add(village.Neighbour, _held))!.Kind);
        // Once a list was kept, a seat alone is not enough.
        Assert.Null(await Add(Karim, _held));
        await Seat(_held, lena, there: true);
        Assert.Equal(RefusalKind.NotYours, (await Add(Karim, _held))!.Kind);
        Assert.Null(await Add(Lena, _held));
        var photo = (await Brought()).Single(p => p.ById == lena.Id);
        Assert.Equal(RefusalKind.Gone, (await Away(village.Neighbour, photo))!.Kind);
        Assert.Equal(RefusalKind.NotYours, (await Show(Berit, photo))!.Kind);
        for (var i = 1; i < AddPhoto.MostOfOne; i++)
            await Keep(new Photo(_held.Id, lena.Id, ("One more", "en"), PhotoAudience.Networks, Small, photo.At));
        Assert.Contains("Take one away", (await Add(Lena, _held))!.Text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Gone, (await Away(Karim, photo))!.Kind);
        Assert.Null(await Away(Lena, photo));
        Assert.Null(await Add(Lena, _held));
        // The activity's page shows a few of many and says how many there are.
        using var reader = await village.As(Lena);
        var page = await reader.Open($"/activities/{_held.Id}");
        Assert.Equal(6, page.Html.QuerySelectorAll("#photos img").Length);
        var all = (AddPhoto.MostOfOne + 1).ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"all {all} pictures", page.One("#photos").TextContent, StringComparison.Ordinal);
    }

    private Task<List<Photo>> Brought() =>
        village.House.Ask(db =>
            db.Set<PhotoFile>()
                .Join(db.Set<Photo>(), f => f.PhotoId, p => p.Id, (f, p) => p)
                .Where(p => p.ActivityId == _held.Id)
                .ToListAsync()
        );

    private static readonly Redrawn Small = new(2, 1, [1], [1]);

    private async Task Seat(Activity activity, Member member, bool there = false)
    {
        var now = village.House.Clock.GetUtcNow();
        var row = new SignUp(activity.Id, member.Id, now);
        row.Become(SignUpState.Coming, now);
        row.Attend(there ? now : null);
        await village.House.Store(row);
    }

    private Task<Member> Member(string email) =>
        village.House.Ask(db => db.Members.AsNoTracking().SingleAsync(m => db.Users.Any(u => u.Id == m.AccountId && u.Email == email)));

    private static async Task Sees(string address, params (Reader Who, bool Does)[] readers)
    {
        foreach (var (who, does) in readers)
        {
            (await who.Open(address)).Is(does ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }

    private Task Keep(Photo photo) => village.House.Store(photo, new PhotoFile(photo, Small));

    private Task<Refusal?> Add(string email, Activity activity) =>
        village.House.By(
            email,
            s =>
                s.GetRequiredService<AddPhoto>()
                    .Run(
                        activity.Id,
                        new PhotoInput
                        {
                            File = Drawing.Brought(),
                            Text = "Coffee",
                            HaveAgreed = true,
                        }
                    )
        );

    private Task<Refusal?> Away(string email, Photo photo) =>
        village.House.By(email, s => s.GetRequiredService<KeepPhoto>().TakeAway(_held.Id, photo.Id));

    private Task<Refusal?> Show(string email, Photo photo) =>
        village.House.By(email, s => s.GetRequiredService<KeepPhoto>().Show(_held.Id, photo.Id, PhotoAudience.Networks));

    private async Task<Page> Bring(Reader who, byte[] file, string type = "image/png", string text = "Coffee", bool agreed = true)
    {
        var form = (await who.Open(Photos)).Form("form[data-keep=photo]");
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(e => (e.GetAttribute("name")!, e.GetAttribute("value") ?? ""))
            .ToList();
        return await who.Send(() =>
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in hidden)
                content.Add(new StringContent(value), name);
            content.Add(new StringContent(text), "Input.Text");
            content.Add(new StringContent(nameof(PhotoAudience.TookPart)), "Input.Audience");
            if (agreed)
                content.Add(new StringContent("true"), "Input.HaveAgreed");
            var picture = new ByteArrayContent(file);
            picture.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(picture, "Input.File", "evening.jpg");
            return new HttpRequestMessage(HttpMethod.Post, Photos) { Content = content };
        });
    }
}
