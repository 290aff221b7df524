return await Kosmopolit.Commands.CommandLine.Run(args);
