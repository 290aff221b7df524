using Microsoft.EntityFrameworkCore.Migrations;

namespace Kosmopolit.Migrations;

/// <summary>Brings firms along that were told before they had a history; the same statements on both databases.</summary>
internal static class FirmsCarriedOver
{
    /// <summary>
    /// A firm's standing so far becomes the first line of its history; its own key serves that line too, being unique in
    /// the other table as well. Of firms that share a number none holds it: their people must sort that out.
    /// </summary>
    public static void FirmsGotHistory(this MigrationBuilder migration)
    {
        migration.Sql(
            """
            INSERT INTO "ExportStatusChanges" ("Id", "FirmId", "Status", "From")
            SELECT "Id", "Id", "Export_Value", "AddedAt" FROM "Firms" WHERE "Export_Value" <> 0
            """
        );
        migration.Sql(
            """
            UPDATE "Firms" SET "HomeCountry_Value" = 'SE', "HomeCountry_Audience" = "OrganisationNumber_Audience", "Web_Value" = '',
            "Web_Audience" = 2, "SoleTraderChecked_Audience" = "OrganisationNumber_Audience"
            """
        );
        migration.Sql(
            """
            UPDATE "Firms" SET "UniqueNumber" = "OrganisationNumber_Value" WHERE "OrganisationNumber_Value" IN (
            SELECT "OrganisationNumber_Value" FROM "Firms" WHERE "OrganisationNumber_Value" <> ''
            GROUP BY "OrganisationNumber_Value" HAVING COUNT(*) = 1)
            """
        );
    }
}
