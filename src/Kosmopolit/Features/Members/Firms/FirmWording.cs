using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>How firms are put into words.</summary>
public static class FirmWording
{
    /// <summary>The name, or as much as the reader may know.</summary>
    public static string Title(this FirmView firm, Texts t, Atlas atlas)
    {
        if (!string.IsNullOrEmpty(firm.Name))
            return firm.Name;
        var place = firm.Municipality is { Length: > 0 } code ? atlas.Municipality(code)?.Name(t.Language.Tag) : null;
        return place is null ? t["A firm"] : t["A firm in {0}", place];
    }

    public static string? Size(SizeClass? size, Texts t) =>
        size switch
        {
            SizeClass.Sole => t["one person"],
            SizeClass.UpTo9 => t["{0} employees", "\u20661–9\u2069"],
            SizeClass.UpTo49 => t["{0} employees", "\u206610–49\u2069"],
            SizeClass.UpTo249 => t["{0} employees", "\u206650–249\u2069"],
            SizeClass.Larger => t["250 employees or more"],
            _ => null,
        };

    public static string? Export(ExportStatus? status, Texts t) =>
        status switch
        {
            ExportStatus.NotYet => t["does not sell abroad yet"],
            ExportStatus.Preparing => t["is preparing to sell abroad"],
            ExportStatus.Exporting => t["sells abroad"],
            _ => null,
        };

    public static string Role(string key, Texts t) =>
        key switch
        {
            "owner" => t["owner"],
            "partner" => t["partner"],
            "manager" => t["manager"],
            _ => t["employee"],
        };

    /// <summary>The legal form that the first digit of an organisation number stands for; null when it stands for none.</summary>
    public static string? Form(OrganisationNumber number, Texts t) =>
        number.Group switch
        {
            1 => t["estate of a deceased person"],
            2 => t["state, region, municipality or parish"],
            3 => t["foreign firm with business in Sweden"],
            5 => t["limited company"],
            6 => t["simple partnership"],
            7 => t["economic association or housing cooperative"],
            8 => t["non-profit association or foundation"],
            9 => t["trading or limited partnership"],
            _ => null,
        };

    /// <summary>"example.se".</summary>
    public static string Host(string web) => Uri.TryCreate(web, UriKind.Absolute, out var uri) ? uri.Host : web;

    /// <summary>"556677-8899".</summary>
    public static string Number(string organisationNumber) =>
        organisationNumber.Length == 10 ? $"{organisationNumber[..6]}-{organisationNumber[6..]}" : organisationNumber;
}
