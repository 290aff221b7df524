using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TakeUpAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AnswerId",
                table: "ArticleVersions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerReleases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AuthorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerReleases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerReleases_Answers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "Answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleVersions_AnswerId",
                table: "ArticleVersions",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerReleases_AnswerId",
                table: "AnswerReleases",
                column: "AnswerId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ArticleVersions_Answers_AnswerId",
                table: "ArticleVersions",
                column: "AnswerId",
                principalTable: "Answers",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ArticleVersions_Answers_AnswerId",
                table: "ArticleVersions");

            migrationBuilder.DropTable(
                name: "AnswerReleases");

            migrationBuilder.DropIndex(
                name: "IX_ArticleVersions_AnswerId",
                table: "ArticleVersions");

            migrationBuilder.DropColumn(
                name: "AnswerId",
                table: "ArticleVersions");
        }
    }
}
