using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ArticleSourcesHaveAHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sources",
                table: "ArticleVersions",
                type: "TEXT",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sources",
                table: "Articles",
                type: "TEXT",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            // The sources become lines of their text. Which of them earlier versions had was never kept: taking one of those
            // again must not take today's sources away.
            migrationBuilder.Sql(
                """
                UPDATE "Articles" SET "Sources" = coalesce((SELECT group_concat("Line", char(10)) FROM (
                    SELECT trim(trim("Title" || ' ' || "Url") || ' ' || coalesce("Seen", '')) AS "Line"
                    FROM "ArticleReferences" WHERE "ArticleId" = "Articles"."Id" ORDER BY "Id")), '')
                """);
            migrationBuilder.Sql(
                """
                UPDATE "ArticleVersions" SET "Sources" = (SELECT "Sources" FROM "Articles" WHERE "Articles"."Id" = "ArticleVersions"."ArticleId")
                """);

            migrationBuilder.DropTable(
                name: "ArticleReferences");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Sources",
                table: "ArticleVersions");

            migrationBuilder.DropColumn(
                name: "Sources",
                table: "Articles");

            migrationBuilder.CreateTable(
                name: "ArticleReferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seen = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleReferences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArticleReferences_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleReferences_ArticleId",
                table: "ArticleReferences",
                column: "ArticleId");
        }
    }
}
