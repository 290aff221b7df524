using Kosmopolit.Platform.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData(builder.Configuration);
var app = builder.Build();
app.Run();
